/** The worker that keeps the tool for use offline, which knows what the tool consists of. */
import { createHash } from 'node:crypto';
import { bundledText } from './bundled.mjs';

/** Frames stay with the network, as does what only other sites' pages load. The core in JavaScript is for the few. */
const LEFT_OUT =
  /^(frame\.html|sandboxed\.html|embed[.-].*|waymark\.js|waymark-exact\.js|inline-styles\.css|core\.js|schemas\/.*)$/;

export function offlineWorker(folder) {
  const files = [...folder.files]
    .filter(([name]) => !LEFT_OUT.test(name))
    .map(([, { path, integrity }]) => [path, integrity])
    .sort();
  const name = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  return bundledText('service-worker.ts', {
    format: 'iife',
    define: { COPY_NAME: JSON.stringify(name), COPY_FILES: JSON.stringify(files) },
  });
}
