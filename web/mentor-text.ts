/** What to send to somebody who might help: strengths, what is next, and what to ask. Plain text, in the person's voice. */
import { answerWords } from './answer-words.ts';
import { mostNeeded, needTitle } from './need-words.ts';
import { refreshHours } from './parts/refresh-working.ts';
import { headingOf, headingWords } from './parts/programme-words.ts';
import { saidOfStrengths, strongAreas } from './parts/strengths.ts';
import { stepName, weekName } from './plan-words.ts';
import {
  bareView,
  isShared,
  personalQuestions,
  programmeOf,
  shortQuestion,
  type View,
} from './view.ts';

/** How many of each list. A person reads it in two minutes. */
const MOST = { strengths: 9, needs: 3, weeks: 2, programmes: 3 };

export function mentorText(view: View): string {
  const bare = bareView(view);
  const { words } = bare;
  const asked = ['mentor.ask-first', 'mentor.ask-person', 'mentor.ask-advert'] as const;
  return [
    words.t('mentor.greeting'),
    tried(bare),
    part(words.t('mentor.about'), aboutMe(bare)),
    part(words.t('mentor.strengths'), strengthLines(bare)),
    part(words.t('mentor.needs'), needLines(bare)),
    part(words.t('mentor.plan'), planLines(bare)),
    part(words.t('mentor.programmes'), programmeLines(bare)),
    part(
      words.t('mentor.ask'),
      asked.map((key) => words.t(key)),
    ),
    words.t('mentor.from', { date: words.date(bare.today.date) }),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function part(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `- ${line}`)].join('\n');
}

function bareText(pieces: unknown): string {
  return Array.isArray(pieces) ? pieces.map(bareText).join('') : String(pieces ?? '');
}

function tried({ words, own }: View): string {
  return own ? words.t('mentor.tried') : '';
}

/** Personal answers that the person wants to be told. */
function aboutMe(view: View): string[] {
  return personalQuestions(view)
    .filter(({ id }) => isShared(view, id))
    .map((question) => {
      const said = answerWords(view, question).map(bareText).join(', ');
      return `${bareText(shortQuestion(view, question.id))}: ${said}`;
    });
}

function strengthLines(view: View): string[] {
  const areas = strongAreas(view).map(({ id }) => bareText(needTitle(view, id)));
  const lines = saidOfStrengths(view).map(
    ({ name, answer }) => `${bareText(name)}: ${bareText(answer)}`,
  );
  return [...areas, ...lines].slice(0, MOST.strengths);
}

function needLines(view: View): string[] {
  const { assessment, pack } = view;
  const needs = mostNeeded(view)
    .slice(0, MOST.needs)
    .map((need) => bareText(needTitle(view, need.id)));
  const topics = assessment.refreshes
    .filter(({ hours_high: hours }) => hours > 0)
    .slice(0, MOST.needs)
    .map((refresh) => {
      const title = bareText(pack.say((texts) => texts.topics[refresh.topic]?.title));
      return `${title}: ${refreshHours(view, refresh)}`;
    });
  return [...needs, ...topics];
}

function planLines(view: View): string[] {
  const weeks = view.assessment.plan?.weeks ?? [];
  return weeks.slice(0, MOST.weeks).map((week) => {
    const steps = week.steps.map((step) => bareText(stepName(view, step))).join('; ');
    return `${weekName(view, week)}: ${steps}`;
  });
}

function programmeLines(view: View): string[] {
  const { pack, assessment } = view;
  return assessment.programmes
    .filter((programme) => ['eligible', 'may_be_eligible'].includes(headingOf(programme)))
    .slice(0, MOST.programmes)
    .map((programme) => {
      const title = bareText(pack.say((texts) => texts.programmes[programme.id]?.title));
      const link = programmeOf(view, programme.id)?.link;
      const line = `${title}: ${headingWords(view, headingOf(programme))}`;
      return link ? `${line} ${link}` : line;
    });
}
