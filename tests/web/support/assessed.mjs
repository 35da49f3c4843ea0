/** What the command line says about a person: the page must show the same. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLI, PACK } from './site.mjs';

const top = fileURLToPath(new URL('../../../', import.meta.url));

export function assessed(answers, today) {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-answers-'));
  try {
    const file = path.join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify(answers));
    const args = ['assess', `questionnaires/${PACK}`, file, '--today', today];
    return JSON.parse(execFileSync(CLI, args, { cwd: top, encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
