/** How much a topic asks, in hours and in figures that add up. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Refresh, RefreshPart } from '../types.ts';
import type { View } from '../view.ts';
import { points } from './points.ts';

/** About how many hours, as one number or as the range that is still possible. */
export function refreshHours(
  { words }: View,
  { hours_low, hours_high }: Pick<Refresh, 'hours_low' | 'hours_high'>,
): string {
  if (hours_high === 0) return words.t('topics.no-hours');
  if (hours_low === hours_high) return words.t('topics.hours', { n: hours_high });
  return words.t('topics.hours-range', { low: hours_low, high: hours_high });
}

export function refreshWorking(view: View, refresh: Refresh, full?: number): TemplateResult {
  const { words } = view;
  return html`<details class="working">
    <summary>${words.t('topics.how')}</summary>
    <table>
      <tbody>
        ${refresh.parts.map(
          (part) =>
            html`<tr>
              <th scope="row">${nameOf(view, part)}</th>
              <td class="figure">${range(view, part)}</td>
            </tr>`,
        )}
        <tr class="total">
          <th scope="row">${words.t('topics.sum')}</th>
          <td class="figure">${range(view, refresh)}</td>
        </tr>
      </tbody>
    </table>
    <p>${words.t('topics.full', { n: full ?? 0 })}</p>
  </details>`;
}

function range(view: View, { low, high }: { low: number; high: number }): string {
  if (low === high) return points(view, low);
  return view.words.t('topics.points-range', { low: points(view, low), high: points(view, high) });
}

function nameOf(view: View, part: RefreshPart): unknown {
  if ('floor' in part) return view.words.t('topics.floor');
  if ('cap' in part)
    return view.words.t('topics.cap', { most: points(view, view.bundle.refresh?.cap ?? null) });
  return view.pack.say((texts) => texts.refresh?.[part.part]);
}
