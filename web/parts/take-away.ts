/** What the person can take along: paper, a calendar, a text for somebody who might help, a file. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { answerWords } from '../answer-words.ts';
import { mentorText } from '../mentor-text.ts';
import type { Question } from '../types.ts';
import { personalQuestions, shortQuestion, type View } from '../view.ts';
import { withElement } from '../with-element.ts';
import { TAKE } from './jump.ts';

const TEXT = 'mentor-text';

export function takeAway(view: View): TemplateResult {
  const { words, assessment, actions, message } = view;
  const hasPlan = (assessment.plan?.weeks.length ?? 0) > 0;
  return html`<section class="take-away">
    <h2 id=${TAKE} tabindex="-1">${words.t('take.title')}</h2>
    <p>${words.t('take.intro')}</p>
    ${personal(view)}
    <p class="actions">
      <button type="button" class="button second" @click=${() => actions.print()}>
        ${words.t('take.print')}
      </button>
      ${
        hasPlan
          ? html`<button type="button" class="button second" @click=${() => actions.saveCalendar()}>
              ${words.t('take.calendar')}
            </button>`
          : nothing
      }
      <button type="button" class="button second to-keep" @click=${() => actions.show('keep')}>
        ${words.t('take.keep')}
      </button>
    </p>
    <details>
      <summary><h3>${words.t('take.mentor')}</h3></summary>
      <label for=${TEXT}>${words.t('take.mentor-label')}</label>
      <textarea
        id=${TEXT}
        rows="14"
        autocomplete="off"
        @input=${({ target }: Event) => ((target as HTMLElement).dataset['typed'] = '')}
        ${withElement((area) => write(area, mentorText(view)))}
      ></textarea>
      <button
        type="button"
        class="button second"
        @click=${({ currentTarget }: Event) => writeAnew(areaBeside(currentTarget), mentorText(view))}
      >
        ${words.t('take.anew')}
      </button>
      <button
        type="button"
        class="button second"
        @click=${({ currentTarget }: Event) => actions.copy(areaBeside(currentTarget).value)}
      >
        ${words.t('take.copy')}
      </button>
      ${message?.at === 'take' ? html`<p aria-hidden="true">${words.t(message.key)}</p>` : nothing}
    </details>
  </section>`;
}

function areaBeside(button: EventTarget | null): HTMLTextAreaElement {
  return (button as Element).parentElement!.querySelector('textarea')!;
}

function writeAnew(area: HTMLTextAreaElement, text: string): void {
  delete area.dataset['typed'];
  write(area, text);
}

/** Writes the text, unless the person has written in it. */
function write(area: Element | undefined, text: string): void {
  if (area instanceof HTMLTextAreaElement && !('typed' in area.dataset)) area.value = text;
}

/** Answers that stay out unless ticked. */
function personal(view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const questions = personalQuestions(view);
  if (questions.length === 0) return nothing;
  return html`<fieldset class="personal">
    <legend>${words.t('take.personal')}</legend>
    <div class="rows">${questions.map((question) => tick(view, question))}</div>
  </fieldset>`;
}

function tick(view: View, question: Question): TemplateResult {
  const { id } = question;
  const said = answerWords(view, question).map((each, at) => [at === 0 ? '' : ', ', each]);
  return html`<label class="row" for="share-${id}">
    <input
      type="checkbox"
      id="share-${id}"
      autocomplete="off"
      aria-labelledby="share-${id}-label"
      aria-describedby="share-${id}-more"
      .checked=${view.shared.has(id)}
      @change=${({ target }: Event) => view.actions.share(id, (target as HTMLInputElement).checked)}
    />
    <span class="row-text"
      ><span id="share-${id}-label">${shortQuestion(view, id)}</span
      ><small id="share-${id}-more">${said}</small></span
    >
  </label>`;
}
