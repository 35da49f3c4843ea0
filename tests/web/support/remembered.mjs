/** A person who has been here before: their answers are on the device, so that results are a click away. */
import { assessed, savedAnswers } from './command-line.mjs';
import { click, toNewScreen } from './person.mjs';
import { PACK } from './site.mjs';

export { assessed };

/** From any screen of the tool to the results of these answers. */
export async function toRemembered(page, answers, { saved, interview = 'full' } = {}) {
  const kept = { file: savedAnswers(answers, saved), about: [], interview };
  await page.evaluate(
    (key, text) => localStorage.setItem(key, text),
    `waymark:${PACK}`,
    JSON.stringify(kept),
  );
  await page.reload();
  await page.waitForSelector('.opened');
  await toNewScreen(page, () => click(page, '.to-results'));
}
