/** What a partner's choice of programmes leaves to be shown, and in which order. */
import { isExplained } from './explained.ts';
import type { Choice } from './settings.ts';
import type { OutlinedAssessment, Plan, ProgrammeOutline } from './types.ts';

/** Where only some programmes are shown, no other is named: not in the plan, nor in the place of a closed one. */
export function shownAssessment(
  assessment: OutlinedAssessment,
  { only }: Choice,
): OutlinedAssessment {
  if (only.length === 0) return assessment;
  const isShown = (id: string): boolean => only.includes(id);
  const { programmes, plan } = assessment;
  return {
    ...assessment,
    programmes: programmes
      .filter(({ id }) => isShown(id))
      .map((each) =>
        !isExplained(each) || each.instead === null || isShown(each.instead)
          ? each
          : { ...each, instead: null },
      ),
    plan: plan && planOf(plan, isShown),
  };
}

/** What the others would have taken of a week stays free. */
function planOf(plan: Plan, isShown: (programme: string) => boolean): Plan {
  const shown = <Step extends Plan['weeks'][0]['steps'][0]>(steps: Step[]): Step[] =>
    steps.filter((step) => step.kind !== 'programme' || isShown(step.programme));
  const weeks = plan.weeks
    .map((week) => {
      const steps = shown(week.steps);
      return { ...week, steps, hours: steps.reduce((sum, { hours }) => sum + hours, 0) };
    })
    .filter(({ steps }) => steps.length > 0);
  return { ...plan, weeks, later: shown(plan.later) };
}

/** The partner's own before the others; each of the two in the order of suggestion. */
export function partnersFirst(
  programmes: ProgrammeOutline[],
  { first }: Choice,
): ProgrammeOutline[] {
  const isFirst = ({ id }: ProgrammeOutline): boolean => first.includes(id);
  return [...programmes.filter(isFirst), ...programmes.filter((each) => !isFirst(each))];
}
