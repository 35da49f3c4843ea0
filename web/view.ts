/** What every screen is drawn from, and what it may ask the page to do. */
import type { PackWords } from './pack-words.ts';
import type { ReturnTo, Route } from './route.ts';
import type { Today } from './today.ts';
import type { Answer, Answers, Assessment, Bundle, Lang, Programme, Question } from './types.ts';
import type { TextKey, Words } from './words.ts';

/** Something to put right in one field. */
export interface Problem {
  /** Id of the control to go to. */
  field: string;
  key: TextKey;
  params?: Record<string, unknown>;
}

/** What a form holds: an answer, or what is wrong with it. */
export type Reading = { answer: Answer; about?: boolean } | { problems: Problem[] };

export interface Actions {
  start(): void;
  /** Takes in the form of the question on screen. */
  submit(reading: Reading): void;
  /** Answers one question without leaving the screen. */
  adjust(question: string, reading: Reading): void;
  change(question: string, returnTo: ReturnTo): void;
  /** On to the next question that is open, or to the list of answers. */
  proceed(): void;
  show(screen: 'check' | 'results'): void;
  back(): void;
  clear(): void;
  confirmClear(open: boolean): void;
  language(lang: Lang): void;
}

/** The assessment before a changed answer, and where it was changed. */
export interface Before {
  assessment: Assessment;
  changedOn: 'question' | 'results';
}

export interface View {
  route: Route;
  words: Words;
  pack: PackWords;
  bundle: Bundle;
  today: Today;
  answers: Answers;
  /** Questions whose month the person was not sure of. */
  about: ReadonlySet<string>;
  assessment: Assessment;
  /** What stood before the answer that was changed last, while its results are on screen. */
  before: Before | null;
  problems: Problem[];
  canGoBack: boolean;
  clearing: boolean;
  actions: Actions;
}

export function questionOf(view: View, id: string): Question | undefined {
  return view.bundle.questions.find((question) => question.id === id);
}

export function programmeOf(view: View, id: string): Programme | undefined {
  return view.bundle.programmes.find((programme) => programme.id === id);
}

/** The few words that stand for a question in lists. */
export function shortQuestion(view: View, id: string): unknown {
  return view.pack.say((texts) => texts.questions[id]?.short ?? texts.questions[id]?.title);
}

/** Notices in force that belong to a place: a section, or the results when none is named. */
export function noticesFor(view: View, section?: string): string[] {
  const declared = view.bundle.pack.notices ?? [];
  return view.assessment.notices.filter((id) => {
    const notice = declared.find((other) => other.id === id);
    return notice && !notice.ends && notice.section === section;
  });
}

/** Notices in force that stop the interview. */
export function endings({ bundle, assessment }: Pick<View, 'bundle' | 'assessment'>): string[] {
  const declared = bundle.pack.notices ?? [];
  return assessment.notices.filter((id) => declared.some((other) => other.id === id && other.ends));
}
