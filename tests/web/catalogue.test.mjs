/** A questionnaire with thousands of programmes: the results draw a few of each heading, and more when asked. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { root, waymark } from '../support/command_line.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { heading, press, toResults } from './support/person.mjs';
import { inEveryEngine, servedSite } from './support/running.mjs';
import { texts, words } from './support/site.mjs';

const COPIES = 24;
/** How many a heading holds at first. */
const AT_ONCE = 60;

/** A nurse, whose courses are on the spot. */
const NURSE = {
  ...LEEDS,
  field: 'health-science',
  regulated_profession: ['nursing-midwifery'],
  attend: ['online'],
  topics: {},
};

const { en } = words;
const site = servedSite();
const folder = mkdtempSync(path.join(tmpdir(), 'waymark-catalogue-'));
after(() => rmSync(folder, { recursive: true }));

const many = catalogue();

inEveryEngine((engine) => {
  const visit = () =>
    engine.open(`${site.address}?lang=en`, { today: LEEDS_TODAY, intercept: many.intercept });

  test('each heading draws a few of its programmes, and more when asked, where reading goes on', async () => {
    const page = await visit();
    await toResults(page, LEEDS);
    assert.equal(await heading(page), en['results.title']);
    const before = await drawn(page);
    const all = before.reduce((sum, { count }) => sum + count, 0);
    assert.equal(all, many.programmes);
    for (const { cards, count } of before) assert.equal(cards.length, Math.min(AT_ONCE, count));

    await press(page, en['programmes.more'].other.replace('{n}', AT_ONCE));
    const [first, ...others] = await drawn(page);
    assert.deepEqual(first.cards.slice(0, AT_ONCE), before[0].cards);
    assert.equal(first.cards.length, 2 * AT_ONCE);
    assert.deepEqual(others, before.slice(1));
    const focused = await page.evaluate(() => document.activeElement.closest('.card')?.id);
    assert.equal(focused, first.cards[AT_ONCE]);
    await engine.close(page);
  });

  test('a programme that is not drawn yet is drawn when it is gone to, with its reasons', async () => {
    const page = await visit();
    await toResults(page, LEEDS);
    const before = new Set((await drawn(page)).flatMap(({ cards }) => cards));
    // A closed programme names the nearest one that is not.
    const named = await page.$$eval('.place-closed button.quiet', (links) =>
      links.map(({ textContent }) => textContent.trim()),
    );
    const far = named.find((title) => !before.has(many.cardOf(title)));
    assert.ok(far, 'each programme that a closed one names is drawn');
    await press(page, far);
    const reached = await page.evaluate(() => {
      const card = document.activeElement.closest('.card');
      return { id: card.id, isExplained: card.querySelector('details h4') !== null };
    });
    assert.deepEqual(reached, { id: many.cardOf(far), isExplained: true });
    await engine.close(page);
  });

  test('of what an answer changed, the first programmes are told, and how many more there are', async () => {
    const page = await visit();
    await toResults(page, NURSE);
    await page.evaluate(() => {
      const form = document.getElementById('adjust-attend').closest('form');
      form.querySelector('input[value="in-person-far"]').click();
      form.querySelector('button').click();
    });
    const lines = await page.$$eval('.changes li', (lines) =>
      lines.map(({ textContent }) => textContent.trim()),
    );
    const told = lines.filter((line) => line.includes(' is now: '));
    assert.ok(told.length >= 12 && told.length < 20, `${told.length} are told`);
    const [, more] = /^And (\d+) more programmes$/.exec(lines[told.length]);
    assert.equal((Number(more) + 12) % COPIES, 0);
    await engine.close(page);
  });
});

/** Of each heading how many programmes it counts, and the cards that are drawn under it. */
function drawn(page) {
  return page.evaluate(
    (headings) =>
      headings.flatMap((title) => {
        const group = [...document.querySelectorAll('.programmes')].find(
          (each) => each.querySelector('h2').textContent.trim() === title,
        );
        if (!group) return [];
        const cards = [...group.querySelectorAll('.card')].map(({ id }) => id);
        const number = (text) => Number(/\d+/.exec(text.replace(/,/g, ''))[0]);
        const summary = group.querySelector(':scope > summary span');
        const more = group.querySelector('.more > summary');
        const count = summary
          ? number(summary.textContent)
          : more
            ? number(more.textContent) + group.querySelectorAll(':scope > .card').length
            : cards.length;
        return [{ title, count, cards }];
      }),
    ['eligible', 'may_be_eligible', 'not_eligible', 'closed'].map(
      (place) => en[`programmes.${place}.title`],
    ),
  );
}

/** The shipped questionnaire with every programme many times over. */
function catalogue() {
  const bundle = JSON.parse(readFileSync(`${root}build/bundles/stem-return/bundle.json`, 'utf8'));
  const copyOf = (id, copy) => `${id}-${copy}`;
  const copies = (copy) =>
    bundle.programmes.map((programme) => ({
      ...programme,
      id: copyOf(programme.id, copy),
      ...(programme.instead && { instead: programme.instead.map((id) => copyOf(id, copy)) }),
    }));
  const programmes = Array.from({ length: COPIES }, (_, copy) => copies(copy)).flat();
  writeFileSync(path.join(folder, 'bundle.json'), JSON.stringify({ ...bundle, programmes }));
  const out = path.join(folder, 'out');
  const made = waymark(['bundle', folder, '-o', out]);
  assert.equal(made.status, 0, made.err);
  const said = Object.fromEntries(
    programmes.map(({ id }) => {
      const [, original, copy] = /^(.*)-(\d+)$/.exec(id);
      const text = texts.programmes[original];
      return [id, { ...text, title: `${text.title}, ${copy}` }];
    }),
  );
  return {
    programmes: programmes.length,
    cardOf: (title) => `programme-${programmes.find(({ id }) => said[id].title === title).id}`,
    intercept: {
      '/packs/stem-return/bundle.json': { body: readFileSync(path.join(out, 'bundle.json')) },
      '/packs/stem-return/model.bin': { body: readFileSync(path.join(out, 'model.bin')) },
      '/packs/stem-return/texts.en.json': { body: JSON.stringify({ ...texts, programmes: said }) },
    },
  };
}
