// 200 made-up eligibility rules and 10,000 made-up people of whom 15 % of the answers are missing: always the same.
//
// A rule is a tree of ['and' | 'or', ...], ['not', one], ['in', name, [...]] and [comparison, name, value], so that every
// engine can be given it in its own words.
import { randomNumbers } from '../random.mjs';

export const RULE_COUNT = 200;
const MISSING = 0.15;

const REGIONS = ['north', 'south', 'east', 'west', 'wales', 'scotland', 'ni', 'london'];
const STATUSES = ['carer', 'unemployed', 'part-time', 'sick', 'parent', 'other'];

/** What is asked of people: a list of options, whole numbers, or yes and no. */
export const ASKED = {
  age: { least: 16, most: 75 },
  region: { options: REGIONS },
  status: { options: STATUSES },
  break_months: { least: 0, most: 119 },
  qualification: { least: 0, most: 6 },
  has_degree: {},
  income: { least: 0, most: 49_999 },
};

export function makeRules() {
  const draw = randomNumbers(7);
  const below = (end) => Math.floor(draw() * end);
  return Array.from({ length: RULE_COUNT }, () => {
    const youngest = 16 + below(20);
    const regions = REGIONS.filter(() => draw() < 0.6);
    const parts = [
      ['>=', 'age', youngest],
      ['<=', 'age', youngest + 10 + below(40)],
      ['in', 'region', regions.length > 0 ? regions : [REGIONS[0]]],
      ['or', ['==', 'status', STATUSES[below(6)]], ['>=', 'break_months', 3 + below(24)]],
    ];
    if (draw() < 0.5) parts.push(['<', 'qualification', 1 + below(6)]);
    if (draw() < 0.4) parts.push(['not', ['==', 'has_degree', true]]);
    if (draw() < 0.4) parts.push(['<=', 'income', 12_000 + below(20_000)]);
    return ['and', ...parts];
  });
}

export function makePeople(count) {
  const draw = randomNumbers(11);
  const below = (end) => Math.floor(draw() * end);
  const answerTo = ({ options, least, most }) => {
    if (options) return options[below(options.length)];
    return least === undefined ? draw() < 0.3 : least + below(most - least + 1);
  };
  return Array.from({ length: count }, () => {
    const answers = Object.entries(ASKED).map(([name, asked]) => [name, answerTo(asked)]);
    return Object.fromEntries(answers.filter(() => draw() >= MISSING));
  });
}
