/** One programme: whether this person can join, why, what it hangs on, and where that was learnt. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { safeLink } from '../safe-link.ts';
import type { Programme, ProgrammeResult } from '../types.ts';
import { programmeOf, shortQuestion, type View } from '../view.ts';
import type { TextKey } from '../words.ts';
import { verdictMark } from './icons.ts';
import { points, wholePoints } from './need-bars.ts';
import { cardId, insteadOf, placeOf, placeWords, statusWords } from './programme-words.ts';

/** How many reasons stand on a card before it is opened. */
const REASONS = 2;

export function programmeCard(
  view: View,
  result: ProgrammeResult,
): TemplateResult | typeof nothing {
  const programme = programmeOf(view, result.id);
  if (!programme) return nothing;
  const { words, pack } = view;
  const { id } = programme;
  const place = placeOf(result);
  return html`<article
    class="card place-${place}"
    id=${cardId(id)}
    aria-labelledby="${cardId(id)}-name"
  >
    <p class="verdict">${verdictMark(place)} <strong>${placeWords(view, place)}</strong></p>
    <div>
      <h3 tabindex="-1" id="${cardId(id)}-name">
        ${pack.say((texts) => texts.programmes[id]?.title)}
      </h3>
      <p class="provider">${pack.say((texts) => texts.programmes[id]?.provider)}</p>
    </div>
    <p>${pack.say((texts) => texts.programmes[id]?.line)}</p>
    ${place === 'not_eligible' || place === 'closed' ? nothing : reasons(view, result)}
    ${place === 'not_eligible' ? unmet(view, result) : nothing} ${depends(view, programme, result)}
    <dl class="facts-row">
      ${fact(words.t('card.when'), html`${statusWords(view, programme, result)} ${insteadOf(view, result)}`)}
      ${fact(
        words.t('card.cost'),
        pack.say((texts) => texts.programmes[id]?.cost),
      )}
      ${fact(
        words.t('card.where'),
        pack.say((texts) => texts.programmes[id]?.where),
      )}
    </dl>
    ${note(view, id)}
    <details>
      <summary>${words.t('how.title')}${aboutProgramme(view, id)}</summary>
      ${working(view, programme, result)}
    </details>
    ${
      programme.link === undefined
        ? nothing
        : html`<p class="visit">
            ${safeLink(programme.link, html`${words.t('card.visit')}${aboutProgramme(view, id)}`)}
          </p>`
    }
  </article>`;
}

/** Tells links of the same words apart for those who hear them one by one. */
function aboutProgramme({ pack }: View, id: string): TemplateResult {
  return html`<span class="visually-hidden"
    >: ${pack.say((texts) => texts.programmes[id]?.title)}</span
  >`;
}

function fact(name: string, value: unknown): TemplateResult | typeof nothing {
  if (value === undefined) return nothing;
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function note({ pack }: View, id: string): TemplateResult | typeof nothing {
  const text = pack.say((texts) => texts.programmes[id]?.note);
  return text === undefined ? nothing : html`<p class="quiet-text">${text}</p>`;
}

function criterion(view: View, programme: string, id: string): unknown {
  return view.pack.say((texts) => texts.programmes[programme]?.criteria[id]);
}

function listed(items: unknown[]): unknown[] {
  return items.map((item, at) => (at === 0 ? item : html`, ${item}`));
}

function reasons(view: View, result: ProgrammeResult): TemplateResult | typeof nothing {
  const { words, pack } = view;
  const needs = result.serves
    .slice(0, REASONS)
    .map(({ need }) => pack.say((texts) => texts.needs[need]?.title));
  const met = result.met.slice(0, REASONS);
  if (needs.length + met.length === 0) return nothing;
  return html`<ul class="reasons for">
    ${needs.length === 0 ? nothing : html`<li>${words.rich('card.serves', { needs: listed(needs) })}</li>`}
    ${met.map((id) => html`<li>${criterion(view, result.id, id)}</li>`)}
  </ul>`;
}

function unmet(view: View, result: ProgrammeResult): TemplateResult {
  return html`<p>${view.words.t('card.unmet')}</p>
    <ul class="reasons">
      ${result.unmet.map((id) => html`<li>${criterion(view, result.id, id)}</li>`)}
    </ul>`;
}

/** What the verdict still hangs on, and how to settle it. */
function depends(
  view: View,
  programme: Programme,
  result: ProgrammeResult,
): TemplateResult | typeof nothing {
  if (result.verdict !== 'may_be_eligible') return nothing;
  const { words, actions, answers } = view;
  const unstated = programme.must.filter(
    ({ id, unstated }) => unstated && result.unknown.includes(id),
  );
  const several = result.settled_by[0] === 'several';
  const ask = (question: string, text: unknown) =>
    html`<button type="button" class="quiet" @click=${() => actions.change(question, 'results')}>
      ${text}
    </button>`;
  return html`<div class="depends">
    ${several ? html`<p>${words.t('card.several')}</p>` : nothing}
    ${
      several || result.settled_by.length === 0
        ? nothing
        : html`<p>${words.t('card.depends')}</p>
            <ul>
              ${result.settled_by.map((question) => {
                const key: TextKey =
                  answers[question] === undefined ? 'card.answer-now' : 'card.answer-again';
                const link = ask(question, words.t(key));
                return html`<li>${shortQuestion(view, question)} ${link}</li>`;
              })}
            </ul>`
    }
    ${
      unstated.length + result.ask_provider.length === 0
        ? nothing
        : html`<p>${words.t('card.ask-provider')}</p>
            <ul>
              ${unstated.map(({ id }) => html`<li>${criterion(view, result.id, id)}</li>`)}
              ${result.ask_provider.map(
                (question) =>
                  html`<li>
                    ${shortQuestion(view, question)} ${ask(question, words.t('card.answer-now'))}
                  </li>`,
              )}
            </ul>`
    }
  </div>`;
}

/** Every criterion with its truth, the parts of the fit, and the sources. */
function working(view: View, programme: Programme, result: ProgrammeResult): TemplateResult {
  const { words } = view;
  const { must, prefer = [] } = programme;
  const truthOf = (id: string): TextKey => {
    if (result.met.includes(id)) return 'truth.yes';
    if (result.unmet.includes(id)) return 'truth.no';
    return result.provider_checks.includes(id) ? 'truth.provider' : 'truth.unknown';
  };
  const wishOf = (id: string): TextKey => {
    if (result.preferences.met.includes(id)) return 'truth.yes';
    return result.preferences.unmet.includes(id) ? 'truth.no' : 'truth.unknown';
  };
  return html`<h4>${words.t('how.must')}</h4>
    ${truths(
      view,
      result.id,
      must.map(({ id }) => [id, truthOf(id)]),
    )}
    ${
      prefer.length === 0
        ? nothing
        : html`<h4>${words.t('how.prefer')}</h4>
            ${truths(
              view,
              result.id,
              prefer.map(({ id }) => [id, wishOf(id)]),
            )}`
    }
    ${fitParts(view, result)} ${origins(view, programme)}`;
}

function truths(
  view: View,
  programme: string,
  lines: [id: string, truth: TextKey][],
): TemplateResult {
  return html`<ul class="truths">
    ${lines.map(
      ([id, truth]) =>
        html`<li class=${truth.replace('.', '-')}>
          <strong>${view.words.t(truth)}</strong> ${criterion(view, programme, id)}
        </li>`,
    )}
  </ul>`;
}

function fitParts(view: View, { serves, fit }: ProgrammeResult): TemplateResult | typeof nothing {
  const { words, pack } = view;
  if (serves.length === 0) return nothing;
  return html`<h4>${words.t('how.fit')}</h4>
    <p>
      ${
        fit.low === null || fit.high === null
          ? nothing
          : words.t('how.fit-range', {
              low: wholePoints(view, fit.low),
              high: wholePoints(view, fit.high),
            })
      }
      ${fit.likely === null ? words.t('how.fit-open') : words.t('how.fit-likely', { likely: wholePoints(view, fit.likely) })}
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.t('needs.area')}</th>
          <th scope="col" class="figure">${words.t('how.strength')}</th>
          <th scope="col" class="figure">${words.t('how.share')}</th>
        </tr>
      </thead>
      <tbody>
        ${serves.map(
          ({ need, strength, points: share }) =>
            html`<tr>
              <th scope="row">${pack.say((texts) => texts.needs[need]?.title)}</th>
              <td class="figure">${points(view, strength)}</td>
              <td class="figure">
                ${share === null ? words.t('needs.open') : points(view, share)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function origins({ words }: View, { sources, checked }: Programme): TemplateResult {
  return html`<h4>${words.t('how.sources')}</h4>
    <ul>
      ${sources.map(({ link, date, kind }) => {
        const name = words.t(`source.${kind}`);
        return html`<li>
          ${safeLink(link, hostOf(link))} (${name}${date ? html`, ${words.date(date)}` : nothing})
        </li>`;
      })}
    </ul>
    <p class="quiet-text">${words.t('how.checked', { date: words.date(checked) })}</p>`;
}

function hostOf(link: string): string {
  try {
    return new URL(link).hostname.replace(/^www\./, '');
  } catch {
    return link;
  }
}
