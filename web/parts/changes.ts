/** What the last change of an answer did to the results, told to everyone and announced. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { bandOf, bandWord } from '../bands.ts';
import type { View } from '../view.ts';
import { placeOf, placeWords } from './programme-words.ts';

export function changes(view: View): TemplateResult {
  return html`<div role="status" class="changes">${view.before ? told(view) : nothing}</div>`;
}

function told(view: View): TemplateResult {
  const { words } = view;
  const lines = [...changedNeeds(view), ...changedProgrammes(view)];
  return html`<div class="note">
    <h2>${words.t('changes.title')}</h2>
    ${
      lines.length === 0
        ? html`<p>${words.t('changes.none')}</p>`
        : html`<ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
  </div>`;
}

function changedNeeds(view: View): unknown[][] {
  const { pack, words, before, assessment } = view;
  return assessment.needs.flatMap((need) => {
    const old = before?.needs.find(({ id }) => id === need.id);
    if (!old || bandOf(view, old) === bandOf(view, need)) return [];
    const name = pack.say((texts) => texts.needs[need.id]?.title);
    return [words.rich('changes.line', { name, now: bandWord(view, need) })];
  });
}

function changedProgrammes(view: View): unknown[][] {
  const { pack, words, before, assessment } = view;
  return assessment.programmes.flatMap((programme) => {
    const old = before?.programmes.find(({ id }) => id === programme.id);
    if (!old || placeOf(old) === placeOf(programme)) return [];
    const name = pack.say((texts) => texts.programmes[programme.id]?.title);
    return [words.rich('changes.line', { name, now: placeWords(view, placeOf(programme)) })];
  });
}
