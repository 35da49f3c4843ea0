/** Which programmes take nobody, as far as was known when the questionnaire was published. */

/** What is closed on that day stays so; the core can say of any later day what has closed since. */
export function isClosed({ intake, cohorts = [] }, published) {
  if (intake === 'ended') return true;
  return intake === 'cohorts' && roundsAhead(cohorts, published).length === 0;
}

/** Rounds that can still be joined, the first to start first. */
export function roundsAhead(cohorts, published) {
  return cohorts
    .filter(({ closes, starts }) => !isOver(closes ?? starts, published))
    .sort((one, other) => (one.starts < other.starts ? -1 : 1));
}

/** A month or year is over with its last day. */
function isOver(date, today) {
  return today.slice(0, date.length) > date;
}
