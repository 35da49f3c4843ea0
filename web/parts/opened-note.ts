/** What came of opening saved answers: from when they are, and what of them no longer counts. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Diagnostic } from '../types.ts';
import { questionOf, shortQuestion, type View } from '../view.ts';

export function openedNote(view: View): TemplateResult | typeof nothing {
  const { words, opened } = view;
  if (opened === null) return nothing;
  const { saved, dropped } = opened;
  return html`<div class="note opened">
    <p>${words.t('opened.done', { date: words.date(saved) })}</p>
    ${
      dropped.length === 0
        ? nothing
        : html`<p>${words.t('opened.dropped')}</p>
            <ul>
              ${dropped.map((each) => html`<li>${droppedWords(view, each)}</li>`)}
            </ul>`
    }
  </div>`;
}

function droppedWords(view: View, { question, topic }: Diagnostic): unknown {
  const { words, pack } = view;
  if (question === undefined || !questionOf(view, question)) return words.t('opened.gone');
  const name = shortQuestion(view, question);
  if (topic === undefined) return words.rich('opened.changed', { name });
  const title = pack.say((texts) => texts.topics[topic]?.title);
  return title === undefined
    ? words.t('opened.topic-gone')
    : words.rich('opened.changed', { name: title });
}
