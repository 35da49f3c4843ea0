import assert from 'node:assert/strict';
import { test } from 'node:test';
import { servedSite, startedChromium } from './support/running.mjs';
import { everyScreen } from './support/screens.mjs';

/** As wide as a 1280 pixel window at 400 %. */
const NARROW = 320;

const site = servedSite();
const chromium = startedChromium();

for (const lang of ['en', 'cy']) {
  test(`at ${NARROW} pixels nothing scrolls sideways and targets are large enough (${lang})`, async () => {
    const faults = [];
    const view = { width: NARROW, height: 640 };
    await everyScreen(chromium.browser, site.address, lang, view, async (page, state) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > NARROW) faults.push(`${state} is ${width} pixels wide`);
      for (const target of await page.evaluate(smallTargets)) faults.push(`${state}: ${target}`);
      await page.evaluate(spaceOut);
      const spaced = await page.evaluate(() => document.documentElement.scrollWidth);
      if (spaced > NARROW) faults.push(`${state}, spaced out, is ${spaced} pixels wide`);
      for (const text of await page.evaluate(cutOff)) faults.push(`${state}, spaced out: ${text}`);
      await page.evaluate(() => document.adoptedStyleSheets.pop());
    });
    assert.deepEqual(faults, []);
  });
}

/** Runs in the page: text as far apart as some readers set it (WCAG 2.2, 1.4.12). */
function spaceOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
}

/** Runs in the page: what its box cuts off. */
function cutOff() {
  return [...document.querySelectorAll('body *:not(svg *)')].flatMap((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut =
      (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1);
    return isCut && !element.closest('.visually-hidden, svg')
      ? [element.outerHTML.slice(0, 90)]
      : [];
  });
}

/** Runs in the page: what a finger would miss. Links within a sentence are as high as its lines. */
function smallTargets() {
  const LEAST = 24;
  const targets = [
    ...document.querySelectorAll('button, input, select, summary, a, [tabindex="0"]'),
  ];
  return targets.flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    const isHidden = width === 0 && height === 0;
    const isInSentence = target.tagName === 'A' && getComputedStyle(target).display === 'inline';
    if (isHidden || isInSentence || (width >= LEAST && height >= LEAST)) return [];
    return [`${target.tagName} "${target.textContent.trim()}" is ${width} by ${height}`];
  });
}
