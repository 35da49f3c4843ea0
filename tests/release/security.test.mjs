/** The threat model names tests that there are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { root } from '../support/command_line.mjs';

const model = readFileSync(`${root}SECURITY.md`, 'utf8');
const rows = model
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  )
  .filter((cells) => cells.length === 4 && !/^(-+|Threat)$/.test(cells[0]));

test('every threat has its test', () => {
  assert.ok(rows.length > 30);
  for (const [threat, , , shown] of rows)
    for (const entry of shown.split('<br>'))
      assert.match(entry, /^`tests\/[\w./-]+: "[^"`]+"`$/, threat);
});

for (const [threat, , , shown] of rows) {
  test(`${threat}: what shows it is there`, () => {
    for (const [, file, title] of shown.matchAll(/`(tests\/[\w./-]+): "([^"`]+)"`/g)) {
      const source = readFileSync(root + file, 'utf8');
      assert.ok(
        titlesIn(source).some((known) => known.test(title)),
        `${file}: ${title}`,
      );
    }
  });
}

/** Texts of a source, in which any text may stand for what is filled in, and the beginnings of its comments. */
function titlesIn(source) {
  const texts = [...source.matchAll(/`((?:[^`\\]|\\.)*)`|(['"])((?:(?!\2)[^\\\n]|\\.)*)\2/g)];
  const comments = [...source.matchAll(/^\/\/+ ?(.*)$/gm)].map(([, line]) => line);
  return [
    ...texts.map(([, template, , plain]) => titled(template?.split(/\$\{[^}]*\}/) ?? [plain])),
    { test: (title) => comments.some((line) => line.startsWith(title)) },
  ];
}

function titled(parts) {
  const isSomething = parts.some((part) => part.trim().length > 3);
  const literal = parts.map((part) =>
    part.replace(/\\(.)/g, '$1').replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return isSomething ? new RegExp(`^${literal.join('.+')}$`) : { test: () => false };
}
