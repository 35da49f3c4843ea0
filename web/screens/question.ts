/** One question a page. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { drawField, readField } from '../fields/any.ts';
import { ANSWER } from '../fields/field.ts';
import { drawRatings, pickedTopics, readRatings } from '../fields/topics.ts';
import { errorSummary } from '../parts/errors.ts';
import { arrow } from '../parts/icons.ts';
import { notice } from '../parts/notice.ts';
import { way } from '../parts/way.ts';
import { takeForm, takeOnEnter } from '../submit.ts';
import type { Question, TopicsQuestion } from '../types.ts';
import { noticesFor, type View } from '../view.ts';

export function questionScreen(view: View, question: Question, step: number): TemplateResult {
  const { words, pack, actions, answers } = view;
  const topic =
    question.kind === 'topics' && step > 0
      ? pickedTopics(answers[question.id])[step - 1]
      : undefined;
  const take = (form: FormData) => {
    actions.submit(
      topic === undefined
        ? readField(view, question, form)
        : readRatings(view, question as TopicsQuestion, topic, form),
    );
  };
  return html`${way(view, question.section)} ${errorSummary(view)}
    <form class="question" autocomplete="off" novalidate @keydown=${takeOnEnter(take)}>
      <p class="section">${pack.say((texts) => texts.sections[question.section])}</p>
      ${noticesFor(view, question.section).map((id) => notice(view, id))}
      ${
        topic === undefined
          ? drawField({
              view,
              question,
              id: ANSWER,
              legend: html`<h1 tabindex="-1">
                ${pack.say((texts) => texts.questions[question.id]?.title)}
              </h1>`,
              answer: answers[question.id],
            })
          : ratings(view, question as TopicsQuestion, topic, step)
      }
      ${whyWeAsk(view, question)}
      <button type="button" class="button go" @click=${takeForm(take)}>
        ${words.t('question.continue')} ${arrow()}
      </button>
    </form>
    ${aside(view)}`;
}

/** Other ways on than to answer. */
function aside({ words, actions, answers, interview }: View): TemplateResult {
  const other = interview === 'full' ? 'quick' : 'full';
  const hasAnswers = Object.keys(answers).length > 0;
  return html`<ul class="so-far" role="list">
    ${
      hasAnswers
        ? html`<li>
              <button
                type="button"
                class="quiet results-so-far"
                @click=${() => actions.show('results')}
              >
                ${words.t('question.so-far')}
              </button>
            </li>
            <li>
              <button type="button" class="quiet" @click=${() => actions.show('keep')}>
                ${words.t('question.keep')}
              </button>
            </li>`
        : nothing
    }
    <li>
      <button type="button" class="quiet" @click=${() => actions.interview(other)}>
        ${words.t(`quick.to-${other}`)}
      </button>
    </li>
  </ul>`;
}

function ratings(
  view: View,
  question: TopicsQuestion,
  topic: string,
  step: number,
): TemplateResult {
  const all = pickedTopics(view.answers[question.id]).length;
  return html`<div class="topic-head">
      <p class="hint">${view.words.t('topics.step', { n: step, all })}</p>
      <h1 tabindex="-1">${view.pack.say((texts) => texts.topics[topic]?.title)}</h1>
      <p class="hint">${view.pack.say((texts) => texts.topics[topic]?.covers)}</p>
    </div>
    ${drawRatings(view, question, topic)}`;
}

function whyWeAsk({ words, pack }: View, { id }: Question): TemplateResult | typeof nothing {
  const why = pack.say((texts) => texts.questions[id]?.why);
  if (why === undefined) return nothing;
  return html`<details class="why">
    <summary>${words.t('question.why')}</summary>
    <p>${why}</p>
  </details>`;
}
