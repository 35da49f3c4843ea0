/** What a verdict still hangs on, and how to settle it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Programme, ProgrammeResult } from '../types.ts';
import type { View } from '../view.ts';
import { criterion } from './programme-words.ts';
import { settle } from './settle.ts';

export function depends(
  view: View,
  programme: Programme,
  result: ProgrammeResult,
): TemplateResult | typeof nothing {
  if (result.verdict !== 'may_be_eligible') return nothing;
  const { words } = view;
  const unstated = programme.must.filter(
    ({ id, unstated }) => unstated && result.unknown.includes(id),
  );
  const several = result.settled_by[0] === 'several';
  const settling = several ? [] : result.settled_by;
  return html`<div class="depends">
    ${several ? html`<p>${words.t('card.several')}</p>` : nothing}
    ${
      settling.length === 0
        ? nothing
        : html`<p>${words.t('card.depends')}</p>
            <ul role="list">
              ${questions(view, result.id, settling)}
            </ul>`
    }
    ${
      result.ask_provider.length === 0
        ? nothing
        : html`<p>${words.t('card.declined')}</p>
            <ul role="list">
              ${questions(view, result.id, result.ask_provider)}
            </ul>`
    }
    ${
      unstated.length === 0
        ? nothing
        : html`<p>${words.t('card.ask-provider')}</p>
            <ul role="list">
              ${unstated.map(({ id }) => html`<li>${criterion(view, result.id, id)}</li>`)}
            </ul>`
    }
  </div>`;
}

function questions(view: View, programme: string, ids: string[]): unknown {
  return repeat(
    ids,
    (id) => id,
    (id) => html`<li>${settle(view, programme, id)}</li>`,
  );
}
