/** What has changed since the answers were saved: by what the person says now, and by time. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { needTitle } from '../need-words.ts';
import type { Comparison } from '../types.ts';
import { shortQuestion, type View } from '../view.ts';
import { firstLines } from './first-lines.ts';
import { headingOf, headingWords } from './programme-words.ts';
import { refreshHours } from './refresh-working.ts';

export function sinceLastTime(view: View): TemplateResult | typeof nothing {
  const { words, since } = view;
  if (since === null) return nothing;
  const lines = [...needs(view, since), ...refreshes(view, since), ...programmes(view, since)];
  return html`<section class="since">
    <h2>${words.t('since-last.title')}</h2>
    <p>
      ${words.t(lines.length === 0 ? 'since-last.same' : 'since-last.intro', { date: words.date(since.before) })}
    </p>
    ${
      since.answers.length === 0
        ? nothing
        : html`<p>
            ${words.rich('since-last.answers', {
              n: since.answers.length,
              list: since.answers.map((id, at) => [at === 0 ? '' : ', ', shortQuestion(view, id)]),
            })}
          </p>`
    }
    ${
      lines.length === 0
        ? nothing
        : html`<ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
  </section>`;
}

function needs(view: View, since: Comparison): unknown[] {
  const { words, pack } = view;
  return since.needs
    .filter(({ before, after }) => before.band !== after.band)
    .map(({ id, before, after }) => {
      const word = (band: string | null) =>
        band === null
          ? words.t('needs.open')
          : pack.say((texts) => texts.needs[id]?.bands[band]?.word);
      return words.rich('since-last.line', {
        name: needTitle(view, id),
        before: word(before.band),
        after: word(after.band),
      });
    });
}

function refreshes(view: View, since: Comparison): unknown[] {
  const { words, pack } = view;
  return since.refreshes.flatMap(({ topic, before, after }) => {
    if (before === null || after === null || before.hours === after.hours) return [];
    const name = pack.say((texts) => texts.topics[topic]?.title);
    const told = (refresh: typeof after) => refreshHours(view, refresh);
    return [words.rich('since-last.line', { name, before: told(before), after: told(after) })];
  });
}

function programmes(view: View, since: Comparison): unknown[][] {
  const { words, pack } = view;
  const lines = since.programmes
    .filter(({ before, after }) => headingOf(before) !== headingOf(after))
    .map(({ id, before, after }) =>
      words.rich('since-last.line', {
        name: pack.say((texts) => texts.programmes[id]?.title),
        before: headingWords(view, headingOf(before)),
        after: headingWords(view, headingOf(after)),
      }),
    );
  return firstLines(words, lines);
}
