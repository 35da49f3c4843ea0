/** The topics that the person picked: about how long each may take, what has changed in it, and where to start. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ratingWords } from '../answer-words.ts';
import { safeLink } from '../safe-link.ts';
import type { Refresh, TopicsQuestion } from '../types.ts';
import type { View } from '../view.ts';
import { refreshHours, refreshWorking } from './refresh-working.ts';

export function topicsAhead(view: View): TemplateResult | typeof nothing {
  const question = view.bundle.questions.find((each) => each.kind === 'topics');
  const { refreshes } = view.assessment;
  if (!question || refreshes.length === 0) return nothing;
  const { words } = view;
  return html`<section>
    <h2>${words.t('topics.title')}</h2>
    <p>${words.t('topics.intro')}</p>
    ${refreshes.map((refresh) => topicCard(view, question, refresh))}
  </section>`;
}

function topicCard(view: View, question: TopicsQuestion, refresh: Refresh): TemplateResult {
  const { words, pack } = view;
  const { topic } = refresh;
  const facts = view.bundle.topics.flatMap((group) => group.topics).find(({ id }) => id === topic);
  const changed = pack.list((texts) => texts.topics[topic]?.changed);
  const steps = pack.list((texts) => texts.topics[topic]?.first_steps);
  return html`<details class="topic">
    <summary>
      <h3>${pack.say((texts) => texts.topics[topic]?.title)}</h3>
      <span class="hours">${refreshHours(view, refresh)}</span>
      <span class="quiet-text">${told(view, question, topic)}</span>
    </summary>
    ${
      changed.length === 0
        ? nothing
        : html`<h4>${words.t('topics.changed')}</h4>
            <ul>
              ${changed.map((text, at) => {
                const fact = facts?.changed?.[at];
                const link =
                  fact && html` (${safeLink(words, fact.source, words.t('topics.source'))})`;
                return html`<li>${text}${link}</li>`;
              })}
            </ul>`
    }
    ${
      steps.length === 0
        ? nothing
        : html`<h4>${words.t('topics.steps')}</h4>
            <ul>
              ${steps.map((text, at) => html`<li>${safeLink(words, facts?.first_steps?.[at]?.link, text)}</li>`)}
            </ul>`
    }
    ${refreshWorking(view, refresh, facts?.hours)}
  </details>`;
}

/** The person's own ratings of a topic. */
function told(view: View, question: TopicsQuestion, topic: string): unknown {
  const list = ratingWords(view, question, topic);
  if (list.length === 0) return view.words.t('needs.open');
  return view.words.rich('topics.told', { list });
}
