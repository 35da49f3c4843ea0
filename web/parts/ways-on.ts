/** For a person with answers: on with the questions, or to the results; to these first where all is answered. */
import { html, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';
import { arrow } from './icons.ts';

export function waysOn({ words, assessment, actions }: View): TemplateResult {
  const isOpen = assessment.next_question !== null;
  const other = isOpen ? 'results' : 'check';
  return html`<p class="actions">
    <button
      type="button"
      class="button go ${isOpen ? '' : 'to-results'}"
      @click=${() => (isOpen ? actions.proceed() : actions.show('results'))}
    >
      ${words.t(isOpen ? 'check.more' : 'check.results')} ${arrow()}
    </button>
    <button
      type="button"
      class="button second ${isOpen ? 'to-results' : ''}"
      @click=${() => actions.show(other)}
    >
      ${words.t(isOpen ? 'question.so-far' : 'results.change')}
    </button>
  </p>`;
}
