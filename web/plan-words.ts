/** A plan's steps in words. */
import { programmeOf, type View } from './view.ts';
import type { Plan, PlanStep, PlanWeek } from './types.ts';
import type { TextKey } from './words.ts';

/** What to do, in pieces. */
export function stepName(view: View, step: PlanStep): unknown[] {
  const { words, pack } = view;
  switch (step.kind) {
    case 'action':
      return [pack.say((texts) => texts.actions?.[step.action]?.title)];
    case 'refresh': {
      const topic = pack.say((texts) => texts.topics[step.topic]?.title);
      const key = step.of === 1 ? 'plan.refresh' : 'plan.refresh-part';
      return words.rich(key, { topic, part: step.part, of: step.of });
    }
    case 'programme': {
      const programme = pack.say((texts) => texts.programmes[step.programme]?.title);
      return words.rich(`plan.${step.do}` as TextKey, { programme });
    }
  }
}

/** Until when, or from when, a step can be done. Null where it has no date. */
export function stepDate(view: View, step: PlanStep): string | null {
  const { words } = view;
  if (step.kind !== 'programme') return null;
  const cohorts = programmeOf(view, step.programme)?.cohorts ?? [];
  // The pack's own dates: the plan fills in days that its sources do not give.
  const asWritten = (day: string, end: 'opens' | 'closes') =>
    words.date(
      cohorts.map((cohort) => cohort[end]).find((date) => date && day.startsWith(date)) ?? day,
    );
  if (step.by) return words.t('plan.by', { date: asWritten(step.by, 'closes') });
  return step.opens ? words.t('plan.opens', { date: asWritten(step.opens, 'opens') }) : null;
}

/** How many hours a week the plan takes, and why so many. */
export function planHours({ words }: View, { hours_a_week: n, hours_from: from }: Plan): string {
  return words.t(`plan.from-${from}` as TextKey, { n });
}

/** "This week", or the day on which it starts. */
export function weekName({ words }: View, { week, starts }: PlanWeek): string {
  return week === 1
    ? words.t('plan.this-week')
    : words.t('plan.week', { week, date: words.date(starts) });
}

export function hours({ words }: View, n: number): string {
  return words.t('plan.hours', { n });
}
