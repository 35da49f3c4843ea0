/** What the command line says about a person: the page must show the same. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LEEDS_TODAY } from './people.mjs';
import { CLI, PACK } from './site.mjs';

const top = fileURLToPath(new URL('../../../', import.meta.url));

/** The assessment. */
export function assessed(answers, today = LEEDS_TODAY, interview = 'full') {
  return JSON.parse(
    withFile(answers, (file) => run('assess', file, '--today', today, '--interview', interview)),
  );
}

/** The text of a save file. */
export function savedAnswers(answers, today = LEEDS_TODAY) {
  return withFile(answers, (file) => run('save', file, '--today', today));
}

/** The answers of a save file. */
export function restoredAnswers(text, today = LEEDS_TODAY) {
  return JSON.parse(withFile(text, (file) => run('restore', file, '--today', today)));
}

function run(command, file, ...more) {
  const args = [command, `questionnaires/${PACK}`, file, ...more];
  return execFileSync(CLI, args, { cwd: top, encoding: 'utf8' });
}

function withFile(content, use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-answers-'));
  try {
    const file = path.join(folder, 'answers.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
