/** What would open up a programme that this person cannot join as things are, each there to be tried. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Change, ProgrammeResult } from '../types.ts';
import { questionOf, shortQuestion, type View } from '../view.ts';

export function openedBy(
  view: View,
  { id, opened_by: ways }: ProgrammeResult,
): TemplateResult | typeof nothing {
  if (ways.length === 0) return nothing;
  const { words, pack, actions } = view;
  return html`<div class="depends">
    <p>${words.t('card.opened')}</p>
    <ul>
      ${ways.map(
        (changes) =>
          html`<li>
            ${changes.map((change, at) => [at === 0 ? '' : words.t('change.and'), changeWords(view, change)])}
            <button type="button" class="quiet" @click=${() => actions.tryChanges(changes, id)}>
              ${words.t('card.try')}<span class="visually-hidden"
                >: ${changes.map((change) => changeWords(view, change))},
                ${pack.say((texts) => texts.programmes[id]?.title)}</span
              >
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function changeWords(view: View, change: Change): unknown {
  const { words, pack } = view;
  const name = shortQuestion(view, change.question);
  const option = (key: string) =>
    pack.say((texts) => texts.questions[change.question]?.options?.[key]);
  const options = (keys: string[]) => keys.map((key, at) => [at === 0 ? '' : ', ', option(key)]);
  if ('choose' in change) {
    const { choose } = change;
    const key = typeof choose === 'boolean' ? (choose ? 'yes' : 'no') : choose;
    return words.rich('change.choose', { name, value: option(key) });
  }
  if ('at_least' in change)
    return words.rich('change.at-least', {
      name,
      value: amount(view, change.question, change.at_least),
    });
  if ('at_most' in change)
    return words.rich('change.at-most', {
      name,
      value: amount(view, change.question, change.at_most),
    });
  const { add = [], remove = [] } = change;
  return [
    add.length === 0 ? '' : words.rich('change.add', { name, value: options(add) }),
    add.length > 0 && remove.length > 0 ? words.t('change.and') : '',
    remove.length === 0 ? '' : words.rich('change.remove', { name, value: options(remove) }),
  ];
}

/** A number with its unit, a point of a scale by its name, or a number of months. */
function amount(view: View, id: string, value: number): unknown {
  const { words, pack } = view;
  switch (questionOf(view, id)?.kind) {
    case 'scale':
      return pack.say((texts) => texts.questions[id]?.options?.[String(value)]);
    case 'since':
      return words.t('change.months', { n: value });
    default:
      return [words.number(value), ' ', pack.say((texts) => texts.questions[id]?.unit)];
  }
}
