/** What the page needs of a questionnaire. What the core alone reads of it is in the form that the core reads. */

/** Without some entries of an object. */
function without(object, ...names) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** @param bundle as `waymark bundle` writes it; see `Bundle` in types.ts for what is left. */
export function pageBundle({
  pack,
  questions,
  needs,
  supports,
  topics,
  refresh,
  plan,
  programmes,
}) {
  const rows = (criteria) => criteria?.map((each) => without(each, 'rule', 'points'));
  return {
    pack: {
      ...without(pack, 'settings'),
      sections: pack.sections.map((each) => without(each, 'ask_if')),
      notices: pack.notices?.map((each) => without(each, 'rule', 'when')),
    },
    questions: questions.map((each) => without(each, 'ask_if', 'if_not_asked')),
    needs: needs.map((each) => without(each, 'items')),
    supports,
    topics: topics.map((each) => without(each, 'offered_if')),
    refresh: refresh && { cap: refresh.cap },
    plan: plan && { actions: plan.actions?.map((each) => without(each, 'when')) },
    programmes: programmes.map((each) => ({
      ...each,
      must: rows(each.must),
      prefer: rows(each.prefer),
    })),
  };
}
