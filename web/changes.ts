/** Changed answers, as the core proposes them, put into the answers that a person gave. */
import type { Answers, Answer, Change, IsoDate, Question } from './types.ts';

/** The answers that the changes give, by question. */
export function changedAnswers(
  questions: Question[],
  answers: Answers,
  changes: Change[],
  today: IsoDate,
): Answers {
  return Object.fromEntries(
    changes.map((change) => {
      const question = questions.find(({ id }) => id === change.question);
      return [change.question, changed(question, answers[change.question], change, today)];
    }),
  );
}

function changed(
  question: Question | undefined,
  answer: Answer | undefined,
  change: Change,
  today: IsoDate,
): Answer {
  if ('choose' in change) return change.choose;
  if ('at_least' in change) return numbered(question, change.at_least, today);
  if ('at_most' in change) return numbered(question, change.at_most, today);
  const chosen = Array.isArray(answer) ? answer : [];
  const { add = [], remove = [] } = change;
  return [...new Set([...chosen, ...add])].filter((option) => !remove.includes(option));
}

/** People say a month; the core counts how many months ago it is. */
function numbered(question: Question | undefined, value: number, today: IsoDate): Answer {
  return question?.kind === 'since' ? monthsBefore(today, value) : value;
}

function monthsBefore(today: IsoDate, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const at = year * 12 + month - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
