import { median } from '../statistics.mjs';

export const RUNS = 7;

/** The median of runs with the least and the most. */
export function summary(numbers) {
  return { median: median(numbers), least: Math.min(...numbers), most: Math.max(...numbers) };
}

/** Microseconds of processor time for one of `count`, by runs, after one that is not counted. */
export async function timed(count, runs, work) {
  await work();
  const each = [];
  for (let run = 0; run < runs; run += 1) {
    globalThis.gc?.();
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    each.push((user + system) / count);
  }
  return summary(each);
}
