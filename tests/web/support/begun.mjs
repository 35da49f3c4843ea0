/** A person who has begun, and is where answers are kept. */
import { LEEDS } from './people.mjs';
import { answerAll, goOn, press, toNewScreen } from './person.mjs';
import { words } from './site.mjs';

const { en } = words;

/** What they have said. */
const FIRST = { role: LEEDS.role, region: LEEDS.region, work_now: LEEDS.work_now };

/** @param visit opens the page. */
export async function begun(visit) {
  const page = await visit();
  await goOn(page);
  await answerAll(page, FIRST);
  await toNewScreen(page, () => press(page, en['question.keep']));
  return page;
}

/** What the page last told. */
export function message(page) {
  return page.$eval('.message', (told) => told.textContent.trim());
}
