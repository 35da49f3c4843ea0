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

export type Verdict = 'eligible' | 'may_be_eligible' | 'not_eligible';
export type Status = 'open' | 'upcoming' | 'closed' | 'unknown';

export interface ProgrammeResult {
  id: string;
  verdict: Verdict;
  status: Status;
  fit: {
    low: number | null;
    high: number | null;
    likely: number | null;
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
  /** The verdict is open, and not every way of answering the rest could be tried. */
  over_budget: boolean;
  /** Questions whose answers would settle the verdict, or the one word `several`. */
  settled_by: string[];
  /** Questions that were declined and that the verdict hangs on. */
  ask_provider: string[];
  cohort: Cohort | null;
  /** Needs that it helps with, the strongest first; points are the share in `fit.likely`. */
  serves: { need: string; strength: number; points: number | null }[];
  /** For a closed programme: the nearest other that can be joined. */
  instead: string | null;
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
  diagnostics: Diagnostic[];
}
