/** The needs in figures: as a table, and how each came about. */
import { html, type TemplateResult } from 'lit/html.js';
import { bandWord, needTitle } from '../need-words.ts';
import type { Need, NeedPart } from '../types.ts';
import { shortQuestion, type View } from '../view.ts';
import { points } from './points.ts';

export function needTable(view: View): TemplateResult {
  const { words, assessment } = view;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.t('needs.table')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.t('needs.area')}</th>
          <th scope="col">${words.t('needs.word')}</th>
          <th scope="col" class="figure">${words.t('needs.column-likely')}</th>
          <th scope="col" class="figure">${words.t('needs.column-low')}</th>
          <th scope="col" class="figure">${words.t('needs.column-high')}</th>
        </tr>
      </thead>
      <tbody>
        ${assessment.needs.map(
          (need) =>
            html`<tr>
              <th scope="row">${needTitle(view, need.id)}</th>
              <td>${bandWord(view, need)}</td>
              <td class="figure">
                ${need.likely === null ? words.t('needs.open') : points(view, need.likely)}
              </td>
              <td class="figure">${points(view, need.low)}</td>
              <td class="figure">${points(view, need.high)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function needWorking(view: View): TemplateResult {
  return html`<p>${view.words.t('needs.how')}</p>
    ${view.assessment.needs.map((need) => working(view, need))}`;
}

function working(view: View, need: Need): TemplateResult {
  const { words, pack } = view;
  const source = view.bundle.needs.find(({ id }) => id === need.id)?.source;
  return html`<h3>${needTitle(view, need.id)}</h3>
    <p>${pack.say((texts) => texts.needs[need.id]?.about)}</p>
    ${need.parts.length === 0 ? html`<p>${words.t('needs.no-parts')}</p>` : sum(view, need)}
    <p class="quiet-text">
      ${source === 'editorial' ? words.t('needs.editorial') : html`${words.t('needs.source')} ${source}`}
    </p>`;
}

function sum(view: View, { parts, likely }: Need): TemplateResult {
  return html`<table>
    <tbody>
      ${parts.map(
        (part) =>
          html`<tr>
            <th scope="row">${nameOf(view, part)}</th>
            <td class="figure">${points(view, part.points)}</td>
          </tr>`,
      )}
      <tr class="total">
        <th scope="row">${view.words.t('needs.total')}</th>
        <td class="figure">${points(view, likely)}</td>
      </tr>
    </tbody>
  </table>`;
}

function nameOf(view: View, part: NeedPart): unknown {
  if ('bound' in part) return view.words.t('needs.bound');
  if ('question' in part) return shortQuestion(view, part.question);
  return view.pack.say((texts) => texts.topics[part.topic]?.title);
}
