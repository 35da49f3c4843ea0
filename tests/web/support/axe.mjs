import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against WCAG 2.2 AA and good practice, a line each. */
export function axe(page) {
  return run(page, TAGS);
}

/** The same for what depends on colours alone. */
export function axeOnColours(page) {
  return run(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });
}

async function run(page, runOnly) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async (runOnly) => {
    // Scrolled, the bar that stays in sight covers what one would scroll out from under it.
    window.scrollTo(0, 0);
    const { violations } = await window.axe.run(document, {
      runOnly,
      resultTypes: ['violations'],
      // Styles are the page's own and small; fetching them again would take most of the time.
      preload: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, runOnly);
}
