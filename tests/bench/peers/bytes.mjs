// What a first visit fetches until nothing more comes.
import { DEFINITION } from './pages/kit.mjs';
import { serve } from './serve.mjs';
import { rest, visit } from './visit.mjs';

const UNTIL_IDLE = 2_000;

/** What a file is of; the form itself is told apart from what shows it. */
function kindOf(name) {
  if (name === DEFINITION || name.startsWith('packs/')) return 'form';
  return name.slice(name.lastIndexOf('.') + 1);
}

export async function measureBytes(browser, page) {
  const server = await serve(page.served);
  const { close } = await visit(browser, page, server.address);
  await rest(UNTIL_IDLE);
  await close();
  server.stop();
  const of = {};
  for (const { name, bytes } of server.sent) of[kindOf(name)] = (of[kindOf(name)] ?? 0) + bytes;
  const sum = (what) => server.sent.reduce((total, each) => total + each[what], 0);
  return { requests: server.sent.length, raw: sum('raw'), brotli: sum('bytes'), of };
}
