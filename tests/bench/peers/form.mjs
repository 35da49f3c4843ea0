// The one form that every peer asks: 30 questions, three of them conditional, one score. Every question is one choice,
// as that is what all of them can score without code of their own; a choice gives 0 to 4 points, and the score is the
// sum of those of the questions that are asked.
import { randomNumbers } from '../random.mjs';

const HOW_SURE = [
  'Not at all sure',
  'Slightly sure',
  'Fairly sure',
  'Very sure',
  'Completely sure',
].map((text, points) => ({ text, points }));

const HOW_LONG_AGO = [
  { text: 'In the past month', points: 4 },
  { text: 'In the past year', points: 3 },
  { text: 'Longer ago', points: 1 },
  { text: 'Never', points: 0 },
];

const YES_OR_NO = [
  { text: 'Yes', points: 4 },
  { text: 'No', points: 0 },
];

const TASKS = [
  'using a computer at work',
  'writing a letter',
  'speaking to customers',
  'managing your time',
  'working in a team',
  'learning something new',
  'handling money',
  'giving a talk',
  'searching for jobs',
  'writing a CV',
  'going to an interview',
  'using a phone for work',
  'working safely',
  'solving problems',
  'leading other people',
  'keeping records',
];

const ACTS = [
  'use a spreadsheet',
  'join a video call',
  'work on a shared document',
  'talk about your field with somebody who works in it',
  'read about your field',
  'teach somebody something',
  'plan a piece of work',
  'ask somebody for advice',
];

const THINGS = ['an up-to-date CV', 'somebody who would speak for you', 'a quiet place to work'];

/** The choice on which the three last questions hang: the fourth of five. */
const VERY_SURE = 3;

export const TITLE = 'Skills check';

/** `kind` is what the options are: a scale, a list or yes and no. `shownIf`: the question and the points it must have. */
export const QUESTIONS = [
  ...TASKS.map((task) => ({
    kind: 'scale',
    text: `How sure do you feel about ${task}?`,
    options: HOW_SURE,
  })),
  ...ACTS.map((act) => ({
    kind: 'list',
    text: `When did you last ${act}?`,
    options: HOW_LONG_AGO,
  })),
  ...THINGS.map((thing) => ({
    kind: 'yes_no',
    text: `Do you have ${thing}?`,
    options: YES_OR_NO,
  })),
  ...TASKS.slice(0, 3).map((task, place) => ({
    kind: 'scale',
    text: `You are very sure about ${task}. How sure would you be in a new workplace?`,
    options: HOW_SURE,
    shownIf: { question: `q${place + 1}`, points: VERY_SURE },
  })),
].map((question, place) => ({
  ...question,
  id: `q${place + 1}`,
  text: `${place + 1}. ${question.text}`,
}));

/** How to see that a page works: this choice of the first question shows this other question, and makes this score. */
export const CHECK = { choose: HOW_SURE[VERY_SURE].text, shows: QUESTIONS[27].text, score: 3 };

export function isShown({ shownIf }, answers) {
  return shownIf === undefined || answers[shownIf.question] === shownIf.points;
}

/** The plain sum, `answers` being points by question. What nobody answered gives none. */
export function scoreOf(answers) {
  let sum = 0;
  for (const question of QUESTIONS)
    if (isShown(question, answers)) sum += answers[question.id] ?? 0;
  return sum;
}

/** Answers of made-up people, who skip one question in ten. Always the same. */
export function answerSets(count) {
  const draw = randomNumbers(1);
  return Array.from({ length: count }, () => {
    const answers = {};
    for (const question of QUESTIONS) {
      if (!isShown(question, answers) || draw() < 0.1) continue;
      answers[question.id] = question.options[Math.floor(draw() * question.options.length)].points;
    }
    return answers;
  });
}
