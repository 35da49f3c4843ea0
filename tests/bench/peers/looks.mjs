// What a page says to assistive technology, and what a strict Content-Security-Policy leaves of it.
import { CHECK } from './form.mjs';
import { serve } from './serve.mjs';
import { rest, visit } from './visit.mjs';

export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

const SETTLE = 1_000;

/** Groups of choices on the screen, and those that carry a question as their name, by Chromium's accessibility tree. */
async function groupsOf(session) {
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const names = new Map();
  let outside = 0;
  for (const node of nodes) {
    if (node.ignored || node.role?.value !== 'radio') continue;
    let above = byId.get(node.parentId);
    while (above && (above.ignored || !['radiogroup', 'group'].includes(above.role?.value)))
      above = byId.get(above.parentId);
    if (above) names.set(above.nodeId, above.name?.value ?? '');
    else outside += 1;
  }
  const named = [...names.values()].filter((name) => /\d+\. .*\?/.test(name));
  return { groups: names.size, named: named.length, outside };
}

/** The number beside "Your score", as text or in a field. */
function shownScore(page) {
  return page.evaluate(() => {
    const text = document.body.innerText.replace(/\s+/g, ' ');
    const said = /Your score:? ?(\d+)/.exec(text)?.[1];
    const fields = [...document.querySelectorAll('input')].filter(
      (input) => input.disabled || input.readOnly,
    );
    return Number(said ?? fields.map(({ value }) => value).find((value) => value !== '') ?? NaN);
  });
}

/** All pages of a form that asks one question a page, `most` at most, answering each with its first choice. */
async function walk({ page, session }, next, most) {
  const all = { groups: 0, named: 0, outside: 0 };
  for (let count = 0; count < most; count += 1) {
    const before = await page.evaluate(() => document.body.innerText);
    const { groups, named, outside } = await groupsOf(session);
    if (groups + outside === 0) break;
    all.groups += groups;
    all.named += named;
    all.outside += outside;
    const went = await page.evaluate((words) => {
      const button = [...document.querySelectorAll('button, input[type=button]')].find((each) =>
        new RegExp(words).test((each.textContent || each.value).trim()),
      );
      document.querySelector('input[type=radio]')?.click();
      setTimeout(() => button?.click(), 100);
      return button !== undefined;
    }, next.source);
    if (!went) break;
    for (let waited = 0; waited < 30; waited += 1) {
      await rest(100);
      if ((await page.evaluate(() => document.body.innerText)) !== before) break;
    }
    await rest(100);
  }
  return all;
}

/** Whether the page works with nothing in its way, and how its groups are named. */
export async function look(browser, told, most) {
  const server = await serve(told.served);
  const score = await useOnce(browser, told, server);
  const visited = await visit(browser, told, server.address, { onlyLook: true });
  await rest(SETTLE);
  const groups = told.next ? await walk(visited, told.next, most) : await groupsOf(visited.session);
  await visited.close();
  server.stop();
  return { ...groups, ...score };
}

async function useOnce(browser, told, server) {
  const { page, seen, close } = await visit(browser, told, server.address);
  await rest(SETTLE);
  const score = await shownScore(page);
  await close();
  return { works: seen.works !== undefined, score, scores: score === CHECK.score };
}

/** What comes of the page under a policy. */
export async function underPolicy(browser, told, policy) {
  const server = await serve(told.served, { policy });
  const { page, close } = await visit(browser, told, server.address);
  await rest(SETTLE);
  const seen = await page.evaluate(() => window.probe);
  await close();
  server.stop();
  const refused = {};
  for (const each of seen.refused) refused[each] = (refused[each] ?? 0) + 1;
  return {
    renders: seen.visible !== undefined,
    works: seen.works !== undefined,
    refusals: seen.refused.length,
    refused,
  };
}
