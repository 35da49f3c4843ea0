/**
 * The shapes that cross the edges of the page: the bundle and texts that it fetches,
 * the answers that it hands to the core, and the assessment that it gets back.
 * The page draws these and decides nothing from them.
 */

/** Languages that the interface itself speaks. A pack may speak fewer. */
export type Lang = 'en' | 'cy';

/** A calendar date as the core reads it: `YYYY-MM-DD`. */
export type IsoDate = string;

// ---- Answers -------------------------------------------------------------------------------

/** Ratings of one picked topic by aspect: a point from 1 up, or null where declined. A missing aspect is still open. */
export type TopicRatings = Record<string, number | null>;

/** One question's answer. Null means that the person declined: "I do not know", "Prefer not to say". */
export type Answer = string | string[] | number | boolean | Record<string, TopicRatings> | null;

/** Everything said so far, by question id. A missing key is a question not answered yet. */
export type Answers = Record<string, Answer>;

// ---- Bundle --------------------------------------------------------------------------------

interface QuestionBase {
  id: string;
  section: string;
  changeable?: boolean;
  /** Whether "I do not know" is offered; absent means that it is. */
  declinable?: boolean;
  /** Left out of what is printed or shared unless the person ticks it. */
  personal?: boolean;
  /** The answer is something that the person brings, unless it is none or zero. */
  brings?: boolean;
}

export interface OneQuestion extends QuestionBase {
  kind: 'one';
  options: string[];
}

export interface ManyQuestion extends QuestionBase {
  kind: 'many';
  options: string[];
}

export interface ScaleQuestion extends QuestionBase {
  kind: 'scale';
  /** How many points; they run from 1. */
  points: number;
}

export interface NumberQuestion extends QuestionBase {
  kind: 'number';
  min: number;
  max: number;
  decimals?: boolean;
}

export interface SinceQuestion extends QuestionBase {
  kind: 'since';
}

export interface YesNoQuestion extends QuestionBase {
  kind: 'yes_no';
}

export interface TopicsQuestion extends QuestionBase {
  kind: 'topics';
  aspects: { id: string; points: number }[];
  /** The most topics that may be picked. */
  most: number;
}

export type Question =
  | OneQuestion
  | ManyQuestion
  | ScaleQuestion
  | NumberQuestion
  | SinceQuestion
  | YesNoQuestion
  | TopicsQuestion;

export interface NeedArea {
  id: string;
  source: string;
  /** Bands in rising order of need, each from a point of the scale 0..10000. */
  bands: { id: string; from: number }[];
}

export interface TopicGroup {
  group: string;
  topics: {
    id: string;
    /** Hours of a full refresh, at 10000 points. */
    hours?: number;
    changed?: { when: string; source: string }[];
    first_steps?: { link: string; source: string }[];
  }[];
}

export interface Criterion {
  id: string;
  provider_checks?: boolean;
  unstated?: boolean;
}

export interface Cohort {
  id: string;
  opens?: string;
  closes?: string;
  starts: string;
}

export interface Programme {
  id: string;
  link?: string;
  supports: Record<string, number>;
  must: Criterion[];
  prefer?: Criterion[];
  intake: 'rolling' | 'cohorts' | 'ended' | 'unknown';
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  last_seen?: string;
  cohorts?: Cohort[];
  ended?: string;
  checked: IsoDate;
  sources: { link: string; date?: string; kind: 'provider' | 'official' | 'press' | 'copy' }[];
}

/** Something small to do for one need area. */
export interface PlanAction {
  id: string;
  need: string;
  hours: number;
  link?: string;
}

export interface Notice {
  id: string;
  /** The interview stops here and this notice is what the page shows. */
  ends?: boolean;
  /** Where to show it; absent means on the results. */
  section?: string;
}

/** One questionnaire without its words, as `bundle.json` holds it. */
export interface Bundle {
  pack: {
    id: string;
    version: number;
    published: IsoDate;
    languages: string[];
    sections: { id: string }[];
    notices?: Notice[];
  };
  questions: Question[];
  needs: NeedArea[];
  topics: TopicGroup[];
  refresh?: { cap: number };
  plan?: { actions: PlanAction[] };
  programmes: Programme[];
}

// ---- Texts ---------------------------------------------------------------------------------

export interface QuestionTexts {
  title: string;
  hint?: string;
  why?: string;
  options?: Record<string, string>;
  none?: string;
  unit?: string;
  decline?: string;
  short?: string;
  aspects?: Record<string, { title: string; points: Record<string, string> }>;
}

export interface ProgrammeTexts {
  title: string;
  provider: string;
  line: string;
  cost: string;
  where: string;
  criteria: Record<string, string>;
  note?: string;
}

/** One language's words of a pack, as `texts.<lang>.json` holds them. */
export interface PackTexts {
  pack: { title: string; intro: string };
  sections: Record<string, string>;
  notices?: Record<
    string,
    { title: string; body: string[]; links?: { text: string; link: string }[] }
  >;
  questions: Record<string, QuestionTexts>;
  needs: Record<
    string,
    { title: string; about: string; bands: Record<string, { word: string; advice: string }> }
  >;
  supports: Record<string, string>;
  groups: Record<string, string>;
  /** What each part of a refresh is called. */
  refresh?: Record<string, string>;
  /** Of a plan: what to do, how to go about it, and what its link is called where it has one. */
  actions?: Record<string, { title: string; how: string; link?: string }>;
  topics: Record<
    string,
    { title: string; covers: string; changed?: string[]; first_steps?: string[] }
  >;
  programmes: Record<string, ProgrammeTexts>;
}

// ---- Assessment ----------------------------------------------------------------------------

export interface Diagnostic {
  severity: 'error' | 'warning';
  code: string;
  message: string;
  suggestion?: string;
  question?: string;
  /** The picked topic that it is about, if it is about one. */
  topic?: string;
}

export interface Need {
  id: string;
  /** Ends of the range that is still possible, 0..10000; null when nothing applies. */
  low: number | null;
  high: number | null;
  /** From what the person told us; null until enough of it is answered. */
  likely: number | null;
  may_be_null: boolean;
  exact: boolean;
  /** Every band that is still possible. */
  bands: string[];
  /** The band of `likely`. */
  band: string | null;
  /** What makes up `likely`; the points add up to it exactly. */
  parts: NeedPart[];
}

/** A share of a need: from a question, from one picked topic, or from keeping within what is possible. */
export type NeedPart = { points: number } & (
  { question: string } | { topic: string } | { bound: true }
);

/** A share of a fit: from a need, from a preference that is met, or from keeping within what is possible. */
export type FitPart = { points: number } & (
  { need: string } | { preference: string } | { bound: true }
);

/** What one picked topic asks of the person. */
export interface Refresh {
  topic: string;
  /** Ends of the range of points that is still possible, 0..10000. */
  low: number;
  high: number;
  /** The topic may turn out not to be offered. */
  may_be_null: boolean;
  /** About how many hours, rounded as people plan: at the middle of the range, and at its ends. */
  hours: number;
  hours_low: number;
  hours_high: number;
  /** What makes up the points; the low ends add up to `low`, the high ends to `high`. */
  parts: RefreshPart[];
}

/** A reason of the pack, or what keeping the sum to 0 or to the cap added or took. */
export type RefreshPart = { low: number; high: number } & (
  { part: string } | { floor: true } | { cap: true }
);

/** Why a criterion's truth is what it is. */
export interface Reason {
  criterion: string;
  truth: 'yes' | 'no' | 'unknown';
  /** `answers`: they decide it; `completion`: every way to answer the rest comes to the same; `over_budget`: open, and not all ways could be tried. */
  how: 'answers' | 'completion' | 'open' | 'over_budget';
  /** Questions on which a settled truth rests, or on which an open one hangs. */
  questions: string[];
}

/**
 * An answer to a question given otherwise than it was, of what people can change. A number, point of a scale or number
 * of months is the nearest to the present answer that would do; one further off may be too much.
 */
export type Change = { question: string } & (
  | { at_least: number }
  | { at_most: number }
  | { add?: string[]; remove?: string[] }
  | { choose: string | boolean }
);

export type Verdict = 'eligible' | 'may_be_eligible' | 'not_eligible';
export type Status = 'open' | 'upcoming' | 'closed' | 'unknown';

/** How well a programme fits the needs, 0..10000; null where none of what it helps with applies. */
export interface Fit {
  low: number | null;
  high: number | null;
  likely: number | null;
  may_be_null: boolean;
}

/** How the next question is picked: in the pack's order, or the one expected to change most until none is worth asking. */
export type Interview = 'full' | 'quick';

/** What is wanted of an assessment. */
export interface AssessmentOptions {
  interview?: Interview;
  detail?: Detail;
}

/** Which programmes to explain: all, the first so many in order of suggestion, or those with these ids. */
export type Detail = 'all' | number | string[];

/** A programme that was not to be explained. */
export interface ProgrammeOutline {
  id: string;
  verdict: Verdict;
  status: Status;
  fit: Fit;
}

export interface ProgrammeResult extends ProgrammeOutline {
  fit: Fit & {
    /** What makes up `likely`; the points add up to it exactly. */
    parts: FitPart[];
  };
  /** Ids of musts by their truth for this person. */
  met: string[];
  unmet: string[];
  unknown: string[];
  provider_checks: string[];
  preferences: { met: string[]; unmet: string[]; unknown: string[] };
  /** Of every must and preference that is a rule. */
  reasons: Reason[];
  /** The verdict needed every way of answering the rest to be tried. */
  settled_by_completion: boolean;
  /** Not every way could be tried: of answering the rest, while the verdict is open; of changing answers, where it is not eligible. */
  over_budget: boolean;
  /** Questions whose answers would settle the verdict, or the one word `several`. */
  settled_by: string[];
  /**
   * For one that can still be joined but not by this person as they answered: at most three sets of changed answers,
   * the least first. Each set makes the person meet every unmet must and leaves no other unmet, as far as is known.
   */
  opened_by: Change[][];
  /** Questions that were declined and that the verdict hangs on. */
  ask_provider: string[];
  cohort: Cohort | null;
  /** Needs that it helps with, the strongest first; points are the share in `fit.likely`. */
  serves: { need: string; strength: number; points: number | null }[];
  /** For a closed programme: the nearest other that can be joined. */
  instead: string | null;
}

/** One thing to do, or the part of it that a week holds. */
export type PlanStep = {
  /** The need area that it serves most. */
  need: string;
  /** Of this part; the hours of all parts add up to those of the whole. */
  hours: number;
  /** From 1. */
  part: number;
  of: number;
  /** Of a programme that takes nobody before. */
  opens?: IsoDate;
  /** The last day to apply. */
  by?: IsoDate;
} & (
  | { kind: 'action'; action: string }
  | { kind: 'refresh'; topic: string }
  /** Apply; ask whether you can join; check that it still runs. */
  | { kind: 'programme'; programme: string; do: 'apply' | 'ask' | 'check' }
);

export interface PlanWeek {
  /** From 1, the week that starts today. */
  week: number;
  starts: IsoDate;
  /** Of its steps together. */
  hours: number;
  steps: PlanStep[];
}

/** What to do, week by week. */
export interface Plan {
  /** Whether the person is one whom a plan is for; unless `yes`, it is empty. */
  applies: 'yes' | 'no' | 'unknown';
  /** That a week takes at most. */
  hours_a_week: number;
  /** A share of what the person said; the pack's usual hours, as nothing was said; its least, as there are fewer. */
  hours_from: 'answer' | 'usual' | 'least';
  /** Weeks without steps are left out. */
  weeks: PlanWeek[];
  /** Steps, or the rest of them, that no week holds. */
  later: (PlanStep & { because: 'no_room' | 'opens_later' })[];
}

/** All that the core says about one person at one date. */
export interface Assessment {
  today: IsoDate;
  needs: Need[];
  /** Of the topics picked, those that ask most first. */
  refreshes: Refresh[];
  /** In the order in which to suggest them. */
  programmes: ProgrammeResult[];
  not_asked: string[];
  /** Questions of which it is not known yet whether they will be asked. */
  undecided: string[];
  next_question: string | null;
  progress: {
    settled: number;
    open: number;
    sections: { id: string; settled: number; open: number }[];
  };
  topics_offered: string[];
  notices: string[];
  /** Null where the pack has no plans. */
  plan: Plan | null;
  diagnostics: Diagnostic[];
}

/** An assessment that explains some programmes: those have `reasons`. */
export interface OutlinedAssessment extends Omit<Assessment, 'programmes'> {
  programmes: (ProgrammeResult | ProgrammeOutline)[];
}

// ---- Save files ----------------------------------------------------------------------------

/** The text of a save file, and what could not be saved. */
export interface SaveFile {
  file: string;
  diagnostics: Diagnostic[];
}

/** What a save file held. */
export interface RestoredAnswers {
  /** Those that still mean the same. */
  answers: Answers;
  saved: IsoDate;
  /** Of the pack that the person answered. */
  version: number;
  /** Every answer that is left out, or topic or rating of one, with its reason. */
  dropped: Diagnostic[];
  diagnostics: Diagnostic[];
}

// ---- Comparison ----------------------------------------------------------------------------

/** What a person had said at one time. */
export interface Occasion {
  today: IsoDate;
  answers: Answers;
}

interface BeforeAndAfter<T> {
  before: T;
  after: T;
}

/** Ids of programmes, each in order of suggestion: after, and before. */
export interface Turnover {
  entered: string[];
  left: string[];
}

/** What changed from one occasion to another. */
export interface Comparison {
  before: IsoDate;
  after: IsoDate;
  /** Questions whose answers differ; a month counts as the same however many months ago it is by now. */
  answers: string[];
  needs: ({ id: string } & BeforeAndAfter<Pick<Need, 'likely' | 'band' | 'bands'>>)[];
  /** Null before: it is new. Null after: it is gone. */
  refreshes: ({ topic: string } & BeforeAndAfter<Omit<Refresh, 'topic' | 'parts'> | null>)[];
  programmes: ({ id: string } & BeforeAndAfter<Pick<ProgrammeResult, 'verdict' | 'status'>>)[];
  /** Programmes that the person can join by what they said, open or not. */
  eligible: Turnover;
  /** Programmes that are not closed. */
  joinable: Turnover;
  /** The first three that are not closed and not ruled out. */
  top: Turnover;
  diagnostics: Diagnostic[];
}
