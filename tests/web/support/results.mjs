/** What the results screen says. */
import { texts } from './site.mjs';

/** The heading of the group that a programme stands under, or undefined. */
export async function groupOf(page, id) {
  return (await programme(page, id))?.group;
}

/** A programme's card: its group's heading, its reasons, and all its words. */
export function programme(page, id) {
  return page.evaluate((title) => {
    const words = (element) => element.textContent.trim().replace(/\s+/g, ' ');
    const card = [...document.querySelectorAll('.card')].find(
      (each) => words(each.querySelector('h3')) === title,
    );
    if (!card) return undefined;
    return {
      group: words(card.closest('.programmes').querySelector('h2')),
      reasons: [...card.querySelectorAll('.for li')].map(words),
      text: words(card),
    };
  }, texts.programmes[id].title);
}

/** The words under a heading, without it. */
export function sectionText(page, title) {
  return page.evaluate((title) => {
    const heading = [...document.querySelectorAll('h2')].find(
      ({ textContent }) => textContent.trim() === title,
    );
    const rest = heading.parentElement.innerText.replace(heading.innerText, '');
    return rest.trim().replace(/\s+/g, ' ');
  }, title);
}
