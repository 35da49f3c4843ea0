/** What the person brings: areas that ask little of them, and the answers that say so. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { answerWords } from '../answer-words.ts';
import { bandOf, toneOf } from '../bands.ts';
import { questionOf, shortQuestion, type View } from '../view.ts';

export function strengths(view: View): TemplateResult {
  const { words, pack, assessment } = view;
  const areas = assessment.needs.filter(
    (need) => need.low !== null && toneOf(view, need) === 'strong',
  );
  const said = noNeed(view);
  return html`<section class="strengths">
    <h2>${words.t('strengths.title')}</h2>
    ${areas.length + said.length === 0 ? html`<p>${words.t('strengths.none')}</p>` : nothing}
    ${areas.map(
      (need) =>
        html`<h3>${pack.say((texts) => texts.needs[need.id]?.title)}</h3>
          <p>
            ${pack.say((texts) => texts.needs[need.id]?.bands[bandOf(view, need) ?? '']?.advice)}
          </p>`,
    )}
    ${
      said.length === 0
        ? nothing
        : html`<h3>${words.t('strengths.told')}</h3>
            <ul class="told">
              ${said.map((line) => html`<li>${line}</li>`)}
            </ul>`
    }
  </section>`;
}

/** Answers that add nothing to any need. */
function noNeed(view: View): unknown[] {
  const { pack, assessment } = view;
  const parts = assessment.needs.flatMap((need) => need.parts);
  const adds = new Set(parts.filter(({ points }) => points > 0).map(keyOf));
  const seen = new Set<string>();
  return parts.flatMap((part) => {
    const key = keyOf(part);
    if (adds.has(key) || seen.has(key)) return [];
    seen.add(key);
    const { topic } = part;
    if (topic !== undefined) return [pack.say((texts) => texts.topics[topic]?.title)];
    const question = questionOf(view, part.question);
    if (!question) return [];
    return [
      html`${shortQuestion(view, part.question)}:
        <strong>${answerWords(view, question)[0]}</strong>`,
    ];
  });
}

function keyOf({ question, topic }: { question: string; topic?: string }): string {
  return `${question} ${topic ?? ''}`;
}
