/** The topics that the person picked: what has changed in each, and where to start. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ratingWords } from '../answer-words.ts';
import { pickedTopics } from '../fields/topics.ts';
import { safeLink } from '../safe-link.ts';
import type { TopicsQuestion } from '../types.ts';
import type { View } from '../view.ts';

export function topicsAhead(view: View): TemplateResult | typeof nothing {
  const question = view.bundle.questions.find((each) => each.kind === 'topics');
  if (!question || view.assessment.not_asked.includes(question.id)) return nothing;
  const picked = pickedTopics(view.answers[question.id]);
  if (picked.length === 0) return nothing;
  const { words } = view;
  return html`<section>
    <h2>${words.t('topics.title')}</h2>
    <p>${words.t('topics.intro')}</p>
    ${byNeed(view, picked).map((topic) => topicCard(view, question, topic))}
  </section>`;
}

/** The topics that most of the needs' points come from stand first. */
function byNeed(view: View, picked: string[]): string[] {
  const parts = view.assessment.needs.flatMap((need) => need.parts);
  const total = (topic: string) =>
    parts
      .filter((part) => 'topic' in part && part.topic === topic)
      .reduce((sum, { points }) => sum + points, 0);
  return [...picked].sort((one, other) => total(other) - total(one));
}

function topicCard(view: View, question: TopicsQuestion, topic: string): TemplateResult {
  const { words, pack } = view;
  const facts = view.bundle.topics.flatMap((group) => group.topics).find(({ id }) => id === topic);
  const changed = pack.list((texts) => texts.topics[topic]?.changed);
  const steps = pack.list((texts) => texts.topics[topic]?.first_steps);
  return html`<details class="topic">
    <summary>
      <h3>${pack.say((texts) => texts.topics[topic]?.title)}</h3>
      <span class="quiet-text">${told(view, question, topic)}</span>
    </summary>
    ${
      changed.length === 0
        ? nothing
        : html`<h4>${words.t('topics.changed')}</h4>
            <ul>
              ${changed.map((text, at) => {
                const fact = facts?.changed?.[at];
                const link = fact && html` (${safeLink(fact.source, words.t('topics.source'))})`;
                return html`<li>${text}${link}</li>`;
              })}
            </ul>`
    }
    ${
      steps.length === 0
        ? nothing
        : html`<h4>${words.t('topics.steps')}</h4>
            <ul>
              ${steps.map((text, at) => html`<li>${safeLink(facts?.first_steps?.[at]?.link, text)}</li>`)}
            </ul>`
    }
  </details>`;
}

/** The person's own ratings of a topic. */
function told(view: View, question: TopicsQuestion, topic: string): unknown {
  const list = ratingWords(view, question, topic);
  if (list.length === 0) return view.words.t('needs.open');
  return view.words.rich('topics.told', { list });
}
