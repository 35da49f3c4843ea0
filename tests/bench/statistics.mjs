/** Of numbers measured. */

export function median(numbers) {
  const sorted = ascending(numbers);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The number that so large a part of them lies below. */
export function percentile(numbers, part) {
  return ascending(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
}

function ascending(numbers) {
  return [...numbers].sort((one, other) => one - other);
}
