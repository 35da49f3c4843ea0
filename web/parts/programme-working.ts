/** How a programme's place was worked out: every criterion with its truth, the parts of the fit, and the sources. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { needTitle } from '../need-words.ts';
import { safeLink } from '../safe-link.ts';
import type { FitPart, Programme, ProgrammeResult } from '../types.ts';
import type { View } from '../view.ts';
import type { TextKey } from '../words.ts';
import { points, wholePoints } from './points.ts';
import { criterion, headingOf } from './programme-words.ts';

export function programmeWorking(
  view: View,
  programme: Programme,
  result: ProgrammeResult,
): TemplateResult {
  const { words } = view;
  const { must, prefer = [] } = programme;
  const truthOf = (id: string): TextKey => {
    if (result.met.includes(id)) return 'truth.yes';
    if (result.unmet.includes(id)) return 'truth.no';
    return result.provider_checks.includes(id) ? 'truth.provider' : 'truth.unknown';
  };
  const wishOf = (id: string): TextKey => {
    if (result.preferences.met.includes(id)) return 'truth.yes';
    return result.preferences.unmet.includes(id) ? 'truth.no' : 'truth.unknown';
  };
  return html`<h4>${words.t('how.must')}</h4>
    ${truths(
      view,
      result.id,
      must.map(({ id }) => [id, truthOf(id)]),
    )}
    ${
      prefer.length === 0
        ? nothing
        : html`<h4>${words.t('how.prefer')}</h4>
            ${truths(
              view,
              result.id,
              prefer.map(({ id }) => [id, wishOf(id)]),
            )}`
    }
    ${isOfUse(result) ? fitParts(view, result) : nothing} ${origins(view, programme)}`;
}

function truths(
  view: View,
  programme: string,
  lines: [id: string, truth: TextKey][],
): TemplateResult {
  return html`<ul class="truths" role="list">
    ${lines.map(
      ([id, truth]) =>
        html`<li class=${truth.replace('.', '-')}>
          <strong>${view.words.t(truth)}</strong> ${criterion(view, programme, id)}
        </li>`,
    )}
  </ul>`;
}

/** How well it would suit somebody who cannot join says nothing. */
function isOfUse(result: ProgrammeResult): boolean {
  return ['eligible', 'may_be_eligible'].includes(headingOf(result));
}

function fitParts(view: View, result: ProgrammeResult): TemplateResult | typeof nothing {
  const { words } = view;
  const { low, high, likely, parts } = result.fit;
  if (low === null || high === null) return nothing;
  const ends = { low: wholePoints(view, low), high: wholePoints(view, high) };
  return html`<h4>${words.t('how.fit')}</h4>
    <p>
      ${words.t('how.fit-range', ends)}
      ${
        likely === null
          ? words.t('how.fit-open')
          : words.t('how.fit-likely', { likely: wholePoints(view, likely) })
      }
    </p>
    ${
      parts.length === 0
        ? nothing
        : html`<table>
            <thead>
              <tr>
                <th scope="col">${words.t('how.part')}</th>
                <th scope="col" class="figure">${words.t('how.share')}</th>
              </tr>
            </thead>
            <tbody>
              ${parts.map(
                (part) =>
                  html`<tr>
                    <th scope="row">${partName(view, result, part)}</th>
                    <td class="figure">${points(view, part.points)}</td>
                  </tr>`,
              )}
              <tr class="total">
                <th scope="row">${words.t('needs.total')}</th>
                <td class="figure">${points(view, likely)}</td>
              </tr>
            </tbody>
          </table>`
    }`;
}

function partName(view: View, { id, serves }: ProgrammeResult, part: FitPart): unknown {
  if ('bound' in part) return view.words.t('needs.bound');
  if ('preference' in part) return criterion(view, id, part.preference);
  const strength = serves.find(({ need }) => need === part.need)?.strength ?? 0;
  const helps = view.words.t('how.helps', { n: wholePoints(view, strength) });
  return html`${needTitle(view, part.need)}<br /><small>${helps}</small>`;
}

function origins({ words }: View, { sources, checked }: Programme): TemplateResult {
  return html`<h4>${words.t('how.sources')}</h4>
    <ul>
      ${sources.map(({ link, date, kind }) => {
        const name = words.t(`source.${kind}`);
        return html`<li>
          ${safeLink(words, link, hostOf(link))}
          (${name}${date ? html`, ${words.date(date)}` : nothing})
        </li>`;
      })}
    </ul>
    <p class="quiet-text">${words.t('how.checked', { date: words.date(checked) })}</p>`;
}

function hostOf(link: string): string {
  try {
    return new URL(link).hostname.replace(/^www\./, '');
  } catch {
    return link;
  }
}
