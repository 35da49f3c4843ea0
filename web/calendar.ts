/** The plan as an iCalendar file (RFC 5545): a day's entry at the start of each week, and one at each last day to apply. */
import { generateIcsCalendar, type IcsEvent } from 'ts-ics';
import { hours, stepDate, stepName, weekName } from './plan-words.ts';
import type { IsoDate, Plan, PlanStep, PlanWeek } from './types.ts';
import { bareView, type View } from './view.ts';

export function planCalendar(view: View, plan: Plan): string {
  const bare = bareView(view);
  const { weeks } = plan;
  return generateIcsCalendar({
    version: '2.0',
    prodId: '-//Waymark//Plan//EN',
    events: [
      ...weeks.map((week) => weekEvent(bare, week)),
      ...weeks.flatMap(({ steps }) => steps.flatMap((step) => deadlineEvent(bare, step))),
    ],
  });
}

function weekEvent(view: View, week: PlanWeek): IcsEvent {
  const { words } = view;
  const title = words.t('calendar.week', { week: week.week, hours: hours(view, week.hours) });
  const steps = week.steps.map((step) => `- ${stepText(view, step)}`);
  return event(view, `week-${week.week}`, week.starts, title, [weekName(view, week), ...steps]);
}

function deadlineEvent(view: View, step: PlanStep): IcsEvent[] {
  if (step.kind !== 'programme' || !step.by || step.part !== step.of) return [];
  const title = view.words.t('calendar.last-day', { step: text(stepName(view, step)) });
  return [event(view, `by-${step.programme}`, step.by, title, [stepText(view, step)])];
}

function stepText(view: View, step: PlanStep): string {
  const date = stepDate(view, step);
  const name = `${text(stepName(view, step))} (${hours(view, step.hours)})`;
  return date === null ? name : `${name}. ${date}`;
}

function text(pieces: unknown[]): string {
  return pieces.join('');
}

function event(view: View, id: string, day: IsoDate, summary: string, lines: string[]): IcsEvent {
  return {
    uid: `${view.bundle.pack.id}-${view.today.date}-${id}@waymark`,
    stamp: { date: utc(view.today.date) },
    start: { date: utc(day), type: 'DATE' },
    // The end is the first day after.
    end: { date: utc(day, 1), type: 'DATE' },
    summary,
    description: lines.join('\n'),
  };
}

function utc(day: IsoDate, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + later));
}
