import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';

/** What a run ran on, as lines of a list. */
export function machine(browserVersion, { load }) {
  const cpus = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${firstLine('git', 'rev-parse', '--short', 'HEAD')}`,
    `${cpus.length} processors (${cpus[0].model.trim()}), ${memory} GiB of memory; processes waiting to run: ` +
      `${load.toFixed(1)} before, ${os.loadavg()[0].toFixed(1)} after (more than there are processors: a noisy run)`,
    `${system()}; Node.js ${process.versions.node}; ${browserVersion}`,
    `${firstLine('c++', '--version')}; ${firstLine('em++', '--version')}`,
  ];
}

export const loadNow = () => os.loadavg()[0];

function system() {
  try {
    const name = /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'));
    return name?.[1] ?? os.type();
  } catch {
    return `${os.type()} ${os.release()}`;
  }
}

function firstLine(program, ...given) {
  try {
    return execFileSync(program, given, { encoding: 'utf8' }).split('\n')[0];
  } catch {
    return `no ${program}`;
  }
}
