/** What the last change of an answer did to the results, told to everyone and announced. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { bandWord, needTitle } from '../need-words.ts';
import type { Assessment } from '../types.ts';
import type { Before, View } from '../view.ts';
import { placeOf, placeWords } from './programme-words.ts';

/** @param changedOn the screen whose changes are told here. */
export function changes(view: View, changedOn: Before['changedOn']): TemplateResult {
  const { before } = view;
  return html`<div role="status" class="changes">
    ${before?.changedOn === changedOn ? told(view, before.assessment) : nothing}
  </div>`;
}

function told(view: View, before: Assessment): TemplateResult {
  const { words } = view;
  const lines = [...changedNeeds(view, before), ...changedProgrammes(view, before)];
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

function changedNeeds(view: View, before: Assessment): unknown[][] {
  const { words, assessment } = view;
  return assessment.needs.flatMap((need) => {
    const old = before.needs.find(({ id }) => id === need.id);
    if (!old || old.band === need.band) return [];
    return [
      words.rich('changes.line', { name: needTitle(view, need.id), now: bandWord(view, need) }),
    ];
  });
}

function changedProgrammes(view: View, before: Assessment): unknown[][] {
  const { pack, words, assessment } = view;
  return assessment.programmes.flatMap((programme) => {
    const old = before.programmes.find(({ id }) => id === programme.id);
    if (!old || placeOf(old) === placeOf(programme)) return [];
    const name = pack.say((texts) => texts.programmes[programme.id]?.title);
    return [words.rich('changes.line', { name, now: placeWords(view, placeOf(programme)) })];
  });
}
