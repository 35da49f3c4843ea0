/** Every answer in one list, each a link away from being changed. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { answerWords } from '../answer-words.ts';
import { arrow } from '../parts/icons.ts';
import { openedNote } from '../parts/opened-note.ts';
import { theRest } from '../parts/the-rest.ts';
import { trying } from '../parts/trying.ts';
import { way } from '../parts/way.ts';
import type { Question } from '../types.ts';
import { shortQuestion, type View } from '../view.ts';

export function checkScreen(view: View): TemplateResult {
  const { words, pack, bundle, assessment } = view;
  const isOpen = assessment.next_question !== null;
  const notAsked = new Set(assessment.not_asked);
  const asked = bundle.questions.filter(({ id }) => !notAsked.has(id));
  const parts = bundle.pack.sections
    .map(({ id }) => ({ id, questions: asked.filter(({ section }) => section === id) }))
    .filter(({ questions }) => questions.length > 0);
  return html`${way(view, null)}
    <h1 tabindex="-1">${words.t('check.title')}</h1>
    ${openedNote(view)} ${trying(view)}
    <p>${words.t('check.intro')}</p>
    ${isOpen ? nothing : ways(view)}
    ${parts.map(
      ({ id, questions }) =>
        html`<section class="listed">
          <h2>${pack.say((texts) => texts.sections[id])}</h2>
          <dl class="answers">${questions.map((question) => line(view, question))}</dl>
        </section>`,
    )}
    ${theRest(view)} ${ways(view)}`;
}

function ways({ words, assessment, actions }: View): TemplateResult {
  const isOpen = assessment.next_question !== null;
  return html`<p class="actions">
    ${
      isOpen
        ? html`<button type="button" class="button go" @click=${() => actions.proceed()}>
            ${words.t('check.more')} ${arrow()}
          </button>`
        : nothing
    }
    <button
      type="button"
      class="button ${isOpen ? 'second' : 'go'}"
      @click=${() => actions.show('results')}
    >
      ${words.t(isOpen ? 'question.so-far' : 'check.results')} ${isOpen ? nothing : arrow()}
    </button>
  </p>`;
}

function line(view: View, question: Question): TemplateResult {
  const { answers, assessment } = view;
  const answer = answers[question.id];
  const said = answerWords(view, question);
  const isMissing = answer === undefined || answer === null;
  // Answering it would settle nothing before the question that it hangs on is answered.
  const isFixed = answer === undefined && assessment.undecided.includes(question.id);
  return html`<div>
    <dt>${shortQuestion(view, question.id)}</dt>
    <dd class=${isMissing ? 'missing' : ''}>
      ${
        said.length === 1
          ? said[0]
          : html`<ul>
              ${said.map((each) => html`<li>${each}</li>`)}
            </ul>`
      }
    </dd>
    ${isFixed ? nothing : change(view, question)}
  </div>`;
}

/** The button that leads to a question, to come back to. */
export function changeId(question: string): string {
  return `change-${question}`;
}

function change(view: View, { id }: Question): TemplateResult {
  const { words, answers, actions } = view;
  return html`<dd class="change">
    <button
      type="button"
      class="quiet"
      id=${changeId(id)}
      @click=${() => actions.change(id, 'check')}
    >
      ${words.t(answers[id] === undefined ? 'check.answer' : 'check.change')}<span
        class="visually-hidden"
        >: ${shortQuestion(view, id)}</span
      >
    </button>
  </dd>`;
}
