// What is true of a person whose answers are partly missing, by trying every answer that a rule could tell from others.
import { ASKED } from './rule-set.mjs';

export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

const COMPARISONS = {
  '>=': (one, other) => one >= other,
  '<=': (one, other) => one <= other,
  '<': (one, other) => one < other,
  '==': (one, other) => one === other,
};

/** The rule over complete answers. */
function holds([operation, ...rest], answers) {
  switch (operation) {
    case 'and':
      return rest.every((part) => holds(part, answers));
    case 'or':
      return rest.some((part) => holds(part, answers));
    case 'not':
      return !holds(rest[0], answers);
    case 'in':
      return rest[1].includes(answers[rest[0]]);
    default:
      return COMPARISONS[operation](answers[rest[0]], rest[1]);
  }
}

/** What each name of a rule is compared with. */
function comparedIn([operation, ...rest], found = new Map()) {
  if (['and', 'or', 'not'].includes(operation)) for (const part of rest) comparedIn(part, found);
  else found.set(rest[0], [...(found.get(rest[0]) ?? []), rest[1]].flat());
  return found;
}

/** Answers that stand for all that the rule cannot tell apart: of numbers, those at and beside what is compared. */
function classes(name, compared) {
  const { options, least, most } = ASKED[name];
  if (options) return options;
  if (least === undefined) return [true, false];
  const near = compared.flatMap((value) => [value - 1, value, value + 1]);
  return [...new Set([least, ...near, most])].filter((value) => value >= least && value <= most);
}

/** Judges people by a rule: by trying all answers where three-valued logic does not settle it. */
export function truthOf(rule) {
  const quick = threeValued(rule);
  const tried = truthByTrying(rule);
  return (answers) => {
    const truth = quick(answers);
    return truth === UNKNOWN ? tried(answers) : truth;
  };
}

export function truthByTrying(rule) {
  const choices = [...comparedIn(rule)].map(([name, compared]) => [name, classes(name, compared)]);
  const tryAll = (answers, missing, from) => {
    if (from === missing.length) return holds(rule, answers) ? YES : NO;
    const [name, values] = missing[from];
    let so;
    for (const value of values) {
      answers[name] = value;
      const truth = tryAll(answers, missing, from + 1);
      if (truth === UNKNOWN || (so !== undefined && truth !== so)) return UNKNOWN;
      so = truth;
    }
    return so;
  };
  return (answers) =>
    tryAll(
      { ...answers },
      choices.filter(([name]) => answers[name] === undefined),
      0,
    );
}

/** By strong three-valued logic alone, which does not see that different parts hang on one answer. */
export function threeValued([operation, ...rest]) {
  switch (operation) {
    case 'and':
    case 'or': {
      const parts = rest.map(threeValued);
      const deciding = operation === 'or' ? YES : NO;
      return (answers) => {
        let unknown = false;
        for (const part of parts) {
          const truth = part(answers);
          if (truth === deciding) return deciding;
          unknown ||= truth === UNKNOWN;
        }
        return unknown ? UNKNOWN : 1 - deciding;
      };
    }
    case 'not': {
      const part = threeValued(rest[0]);
      return (answers) => {
        const truth = part(answers);
        return truth === UNKNOWN ? UNKNOWN : 1 - truth;
      };
    }
    default: {
      const [name, value] = rest;
      const test =
        operation === 'in'
          ? (answer) => value.includes(answer)
          : (answer) => COMPARISONS[operation](answer, value);
      return (answers) => {
        const answer = answers[name];
        if (answer === undefined) return UNKNOWN;
        return test(answer) ? YES : NO;
      };
    }
  }
}

/** Verdicts beside the truth. `wrong`: said yes or no where it is not so, or not known; `left open`: unknown was said
 * where every way of answering comes to the same. */
export function compare(said, truth) {
  const found = { yes: 0, no: 0, unknown: 0, falseYes: 0, falseNo: 0, differs: 0, leftOpen: 0 };
  for (let at = 0; at < said.length; at += 1) {
    if (said[at] === YES) found.yes += 1;
    else if (said[at] === NO) found.no += 1;
    else found.unknown += 1;
    if (said[at] === truth[at]) continue;
    if (said[at] === UNKNOWN) found.leftOpen += 1;
    else if (truth[at] !== UNKNOWN) found.differs += 1;
    else if (said[at] === YES) found.falseYes += 1;
    else found.falseNo += 1;
  }
  return { ...found, wrong: found.falseYes + found.falseNo + found.differs };
}
