/** The site does not grow unnoticed. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { root } from '../support/command_line.mjs';
import { isReference, weigh } from '../support/site_bytes.mjs';

const { bytes: budgets } = JSON.parse(
  await readFile(new URL('../bench/budgets.json', import.meta.url), 'utf8'),
);
const skip = !isReference(budgets) && `these budgets are for emscripten ${budgets.toolchain}`;

for (const { name, bytes, at_most: most, goal } of await weigh(`${root}build/site`, budgets)) {
  test(`${name} weighs no more than it may`, { skip }, () => {
    assert.ok(bytes <= most, `${bytes} bytes; at most ${most}`);
    // A budget far above what there is would let much in.
    assert.ok(
      most <= Math.max(goal, bytes * 1.05),
      `${bytes} bytes; the budget of ${most} is loose`,
    );
  });
}
