/** What every screen is drawn from, and what it may ask the page to do. */
import { byId } from './by-id.ts';
import type { Opened } from './keeper.ts';
import type { Keeping } from './keeping.ts';
import type { OfflineCopy } from './offline.ts';
import type { PackWords } from './pack-words.ts';
import type { Heading } from './parts/programme-words.ts';
import type { Unfolded } from './programme-groups.ts';
import type { ReturnTo, Route } from './route.ts';
import type { Choice } from './settings.ts';
import type { Standing } from './standing.ts';
import type { Today } from './today.ts';
import type {
  Answer,
  Answers,
  Bundle,
  Change,
  Comparison,
  Interview,
  Lang,
  OutlinedAssessment,
  Programme,
  Question,
} from './types.ts';
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

/** Something to be told once: what was done, or could not be. */
export interface Message {
  key: TextKey;
  params?: Record<string, unknown>;
  /** Where to say it: above the screen, or with what the person can take along. */
  at: 'top' | 'take';
}

/** Where on the results an answer was given or tried: at a programme, or at the question itself. */
export type Spot = { programme: string } | { question: string };

export interface Actions {
  start(interview: Interview): void;
  /** Takes in the form of the question on screen. */
  submit(reading: Reading): void;
  /** Answers one question on the results, at a programme that hangs on it. */
  settle(question: string, reading: Reading, programme: string): void;
  /** Shows what another answer would come to. */
  tryAnswer(question: string, reading: Reading): void;
  /** Shows what changed answers would come to for a programme. */
  tryChanges(changes: Change[], programme: string): void;
  /** Back to the person's own answers, or on with those that were tried. */
  endTrying(keep: boolean): void;
  change(question: string, returnTo: ReturnTo): void;
  /** On to the next question that is open, or to the list of answers. */
  proceed(): void;
  show(screen: 'check' | 'results' | 'keep'): void;
  /** To a heading or field of the screen, by its id. */
  goTo(id: string): void;
  /** To the card of a programme. */
  goToProgramme(id: string): void;
  /** Draws more programmes of one heading. */
  showMore(heading: Heading): void;
  /** Shows all programmes where the partner chose some. */
  showAll(): void;
  /** Asks everything, or only what is likely to matter, from here on. */
  interview(how: Interview): void;
  keepIn(place: Keeping): void;
  saveFile(): void;
  openFile(file: File | undefined): void;
  keepOffline(): void;
  removeOffline(): void;
  saveCalendar(): void;
  print(): void;
  copy(text: string): void;
  /** Whether the answer to a personal question may be printed and shared. */
  share(question: string, shared: boolean): void;
  back(): void;
  clear(): void;
  confirmClear(open: boolean): void;
  language(lang: Lang): void;
}

/** The assessment before a changed answer, and where it was changed. */
export interface Before {
  assessment: OutlinedAssessment;
  at: 'elsewhere' | Spot;
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
  /** On the results, of those programmes that are drawn, with its reasons. */
  assessment: OutlinedAssessment;
  interview: Interview;
  standing: Standing;
  /** The interview that the first page offers first. */
  start: Interview;
  /** The partner's choice of programmes, as far as it still holds. */
  choice: Choice;
  unfolded: Unfolded;
  /** The person's own answers, while others are being tried. */
  own: Answers | null;
  /** What changed since the answers that were opened were saved. */
  since: Comparison | null;
  /** What came of opening saved answers, until the person goes on. */
  opened: Opened | null;
  /** Where the answers are kept. */
  keptIn: Keeping;
  /** Where they may be kept. */
  places: Keeping[];
  /** The tool's copy for use offline. Null where there can be none. */
  offline: OfflineCopy | 'working' | null;
  /** Personal questions whose answers may be printed and shared. */
  shared: ReadonlySet<string>;
  /** What stood before the answer that was changed last, while its results are on screen. */
  before: Before | null;
  problems: Problem[];
  message: Message | null;
  canGoBack: boolean;
  canClear: boolean;
  clearing: boolean;
  actions: Actions;
}

/** The same view, whose words are bare text for what leaves the page. */
export function bareView(view: View): View {
  return { ...view, pack: view.pack.bare };
}

export function questionOf(view: View, id: string): Question | undefined {
  return byId(view.bundle.questions, id);
}

export function programmeOf(view: View, id: string): Programme | undefined {
  return byId(view.bundle.programmes, id);
}

/** The few words that stand for a question in lists. */
export function shortQuestion(view: View, id: string): unknown {
  return view.pack.say((texts) => texts.questions[id]?.short ?? texts.questions[id]?.title);
}

/** Personal questions that count for the person and that they have answered. */
export function personalQuestions({ bundle, answers, assessment }: View): Question[] {
  return bundle.questions.filter(
    ({ id, personal }) => personal && answers[id] != null && !assessment.not_asked.includes(id),
  );
}

/** Whether an answer, or what rests on it, may be printed and shared. */
export function isShared({ shared, bundle }: View, question: string): boolean {
  return (
    shared.has(question) ||
    !bundle.questions.some(({ id, personal }) => id === question && personal)
  );
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
