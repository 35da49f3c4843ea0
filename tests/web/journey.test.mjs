import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { keyboardJourney } from './support/keyboard.mjs';
import { LEEDS, LEEDS_TODAY, RETICENT } from './support/people.mjs';
import {
  answerAll,
  click,
  fillIn,
  goOn,
  heading,
  press,
  toNewScreen,
  toResults,
  travel,
} from './support/person.mjs';
import { READY } from './support/ready.mjs';
import { groupOf, programme, sectionText } from './support/results.mjs';
import { inEveryEngine, servedSite } from './support/running.mjs';
import { texts, welshTexts, words } from './support/site.mjs';

const { en } = words;

const title = (question) => texts.questions[question].title;

const site = servedSite();

inEveryEngine((engine) => {
  let page;
  beforeEach(async () => {
    page = await engine.open(`${site.address}?lang=en`, { today: LEEDS_TODAY });
  });
  afterEach(() => engine.close(page));

  test('the returner from Leeds gets to her results by keyboard alone', async () => {
    await keyboardJourney(page, LEEDS);
    assert.equal(await heading(page), en['results.title']);

    for (const id of [
      'stem-returners-placement',
      'openlearn-returning-to-stem',
      'career-returners-network',
    ]) {
      assert.equal(await groupOf(page, id), en['programmes.eligible.title'], id);
      assert.ok((await programme(page, id)).reasons.length >= 2, `${id} says why`);
    }
    const placement = await programme(page, 'stem-returners-placement');
    const { criteria } = texts.programmes['stem-returners-placement'];
    assert.ok(placement.reasons.includes(criteria['same-work']));

    assert.equal(await groupOf(page, 'stem-recharge'), en['programmes.closed.title']);
    const recharge = await programme(page, 'stem-recharge');
    assert.match(
      recharge.text,
      /Closed in July 2024\. Nearest that is open: STEM Returners placement/,
    );

    // What she brings is what she said, and nothing else.
    const brings = await sectionText(page, en['strengths.title']);
    assert.match(brings, /Learning a new tool: Very sure/);
    assert.match(brings, /Getting to a workplace: Very sure/);
    assert.match(brings, /Years of work before: 15 years/);
    assert.doesNotMatch(brings, /Writing your CV|Naming your strengths|Mechanical design/);
    const topics = await sectionText(page, en['topics.title']);
    assert.match(
      topics,
      /Simulation and stress analysis About 25 hours .*Mechanical design and drawings About 20 hours/,
    );
    const short = await page.$eval('.in-short', (section) => section.innerText);
    assert.match(short, /This week\s+Read one job advert with a pen/);
  });

  test('so does a returner who reads Welsh', async () => {
    const welsh = await engine.open(`${site.address}?lang=cy`, {
      today: LEEDS_TODAY,
    });
    await keyboardJourney(welsh, LEEDS, 'cy');
    assert.equal(await heading(welsh), words.cy['results.title']);
    const eligible = await sectionText(welsh, words.cy['programmes.eligible.title']);
    assert.ok(eligible.includes(welshTexts.programmes['stem-returners-placement'].title));
    await engine.close(welsh);
  });

  test('the parts of every sum on the results add up', async () => {
    await toResults(page, LEEDS);
    const sums = await page.$$eval('table:has(.total)', (tables) =>
      tables.map((table) =>
        [...table.querySelectorAll('td.figure')].map((cell) => Math.round(cell.textContent * 100)),
      ),
    );
    assert.ok(sums.length > 15, `${sums.length} sums`);
    for (const figures of sums) {
      const total = figures.pop();
      assert.equal(
        figures.reduce((sum, figure) => sum + figure, 0),
        total,
      );
    }
  });

  test('a topic with a rating declined is given as the hours that are still possible', async () => {
    const answers = { ...LEEDS, topics: { 'electrical-power': { able: null, current: 1 } } };
    await toResults(page, answers);
    assert.match(
      await sectionText(page, en['topics.title']),
      /Electrical power, wiring and storage 25 to 40 hours/,
    );
  });

  test('declining everything and choosing none of these still leads to results', async () => {
    const asked = await toResults(page, RETICENT);
    assert.equal(await heading(page), en['results.title']);
    assert.ok(asked.includes('topics') && asked.includes('regulated_profession'));
    assert.equal(
      await sectionText(page, en['strengths.title']),
      `${en['strengths.told']} ${texts.questions.field.short}: ${texts.questions.field.options.engineering}`,
    );
    assert.equal(
      await groupOf(page, 'hcpc-return-to-practice'),
      en['programmes.may_be_eligible.title'],
    );
    const { text } = await programme(page, 'hcpc-return-to-practice');
    assert.match(text, new RegExp(en['card.declined']));
    assert.doesNotMatch(
      await page.$eval('main', (main) => main.innerText),
      /undefined|NaN|\[object/,
    );
  });

  test('what hangs on a declined question is listed, and said to be unknown', async () => {
    await goOn(page);
    await answerAll(page, { ...RETICENT, work_now: null });
    const line = await page.evaluate((short) => {
      const term = [...document.querySelectorAll('dt')].find(
        (dt) => dt.textContent.trim() === short,
      );
      return term?.parentElement.innerText.replace(/\s+/g, ' ').trim();
    }, texts.questions.out_of_work_since.short);
    assert.equal(line, `${texts.questions.out_of_work_since.short} ${en['answer.undecided']}`);
  });

  test('back and forward keep answers, and a reload forgets them', async () => {
    await goOn(page);
    await answerAll(page, { role: LEEDS.role, region: LEEDS.region });
    assert.equal(await heading(page), title('work_now'));
    await travel(page, -1);
    assert.equal(await heading(page), title('region'));
    assert.equal(await page.$eval('input:checked', ({ value }) => value), LEEDS.region);
    await travel(page, 1);
    assert.equal(await heading(page), title('work_now'));
    await toNewScreen(page, () => click(page, '.back'));
    assert.equal(await heading(page), title('region'));

    await page.reload();
    await page.waitForSelector(READY);
    assert.equal(await heading(page), texts.pack.title);
    await goOn(page);
    assert.equal(await page.$('input:checked'), null);
  });

  test('a change from the list of answers returns to the list', async () => {
    await goOn(page);
    await answerAll(page, LEEDS);
    assert.equal(await heading(page), en['check.title']);
    const change = `${en['check.change']}: ${texts.questions.region.short}`;
    await toNewScreen(page, () => press(page, change));
    assert.equal(await heading(page), title('region'));
    await fillIn(page, 'region', 'wales');
    await goOn(page);
    assert.equal(await heading(page), en['check.title']);
    assert.match(
      await page.$eval('.answers', (list) => list.parentElement.parentElement.innerText),
      /Wales/,
    );
    await goOn(page);
    assert.equal(await groupOf(page, 'stem-recharge'), en['programmes.closed.title']);
    assert.equal(await groupOf(page, 'skills-bootcamps'), en['programmes.not_eligible.title']);
  });

  test('results so far are there after one answer, and lead back to the questions', async () => {
    await goOn(page);
    assert.equal(await page.$('.results-so-far'), null);
    await answerAll(page, { role: LEEDS.role });
    await toNewScreen(page, () => press(page, en['question.so-far']));
    assert.equal(await heading(page), en['results.so-far']);
    await goOn(page);
    assert.equal(await heading(page), title('region'));
  });

  test('trying another answer on the results says what it changed, there and then', async () => {
    await toResults(page, LEEDS);
    await page.$eval('.adjust', (details) => (details.open = true));
    await page.$$eval('.adjust input[type=checkbox]:checked', (all) =>
      all.forEach((box) => box.click()),
    );
    await click(page, '.adjust input[value="~none"]');
    await page.evaluate(() => {
      const form = document.querySelector('.adjust input[value="~none"]').closest('form');
      form.querySelector('button').click();
    });
    const told = await page.waitForSelector('.adjust .changes');
    assert.match(await told.evaluate((note) => note.innerText), new RegExp(en['changes.title']));
    assert.equal(await heading(page), en['results.title']);
    assert.equal(await page.$('.results > .changes'), null);
  });

  test('clearing asks once more, then forgets everything', async () => {
    await toResults(page, LEEDS);
    await click(page, '#clear');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'clear-not');
    await click(page, '#clear-not');
    assert.equal(await heading(page), en['results.title']);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'clear');
    await click(page, '#clear');
    await toNewScreen(page, () => click(page, '.confirm .warn'));
    assert.equal(await heading(page), texts.pack.title);
    assert.doesNotMatch(await page.$eval('body', (body) => body.innerText), /Yorkshire/);

    // Screens that the browser still remembers show nothing of the past.
    await travel(page, -1);
    assert.equal(await heading(page), texts.pack.title);
    await goOn(page);
    assert.equal(await heading(page), title('role'));
    assert.equal(await page.$('input:checked'), null);
  });

  for (const [role, notice] of Object.entries({
    student: 'for-students',
    employer: 'for-employers',
    supporter: 'for-supporters',
  })) {
    test(`a ${role} is told whom this is for, and can change the answer`, async () => {
      await goOn(page);
      await fillIn(page, 'role', role);
      await goOn(page);
      assert.equal(await heading(page), texts.notices[notice].title);
      const links = await page.$$eval('.notice a', (all) => all.map(({ href }) => href));
      assert.deepEqual(
        links,
        texts.notices[notice].links.map(({ link }) => link),
      );
      await toNewScreen(page, () => press(page, en['notice.change']));
      await fillIn(page, 'role', 'returner');
      await goOn(page);
      assert.equal(await heading(page), title('region'));
    });
  }

  test('the page never takes a date before the questionnaire was published', async () => {
    const early = await engine.open(`${site.address}?lang=en`, {
      today: '2020-01-31',
    });
    await goOn(early);
    await answerAll(early, { role: 'returner' });
    await toNewScreen(early, () => press(early, en['question.so-far']));
    const about = await sectionText(early, en['results.about']);
    assert.match(about, /device’s date is before this tool was published/);
    await engine.close(early);
  });
});
