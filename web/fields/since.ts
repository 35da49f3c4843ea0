/** A month and a year in the past. Many people know only the year, and that is enough. */
import { html, nothing } from 'lit/html.js';
import type { SinceQuestion } from '../types.ts';
import type { Problem, Reading, View } from '../view.ts';
import { declineBox, eitherOr, isDeclined } from './apart.ts';
import { ANSWER, group, hintOf, type Field } from './field.ts';

/** As far back as the core counts, in years. */
const MOST_YEARS = 60;

export const since: Field<SinceQuestion> = {
  draw({ view, question, id, legend, answer }) {
    const { words } = view;
    const [year = '', month = ''] = typeof answer === 'string' ? answer.split('-') : [];
    const knownMonth = view.about.has(question.id) ? 0 : Number(month);
    const invalid = view.problems.some(({ field }) => field === id) ? 'true' : nothing;
    const body = html`<div class="date" @input=${eitherOr} @change=${eitherOr}>
      <div class="typed">
        <label>
          <span>${words.t('since.month')}</span>
          <select
            name="month"
            autocomplete="off"
            id="${id}-month"
            aria-invalid=${invalid}
            aria-describedby=${invalid === nothing ? nothing : `${id}-problem`}
          >
            <option value="" ?selected=${!knownMonth}></option>
            ${Array.from({ length: 12 }, (_, at) => at + 1).map(
              (each) =>
                html`<option value=${each} ?selected=${each === knownMonth}>
                  ${words.month(each)}
                </option>`,
            )}
          </select>
        </label>
        <label>
          <span>${words.t('since.year')}</span>
          <input
            class="short"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            maxlength="4"
            name="year"
            id=${id}
            aria-invalid=${invalid}
            aria-describedby=${invalid === nothing ? nothing : `${id}-problem`}
            .value=${year}
          />
        </label>
      </div>
      ${declineBox(view, question, id, answer === null)}
    </div>`;
    const own = hintOf(view, question);
    const hint = html`${own ? html`${own}<br />` : nothing}${words.t('since.hint')}`;
    return group({ view, id, legend, hint, body });
  },

  read: readSince,
};

function readSince(view: View, _question: SinceQuestion, form: FormData): Reading {
  if (isDeclined(form)) return { answer: null };
  const [thisYear = 0, thisMonth = 0] = view.today.date.split('-').map(Number);
  const typed = String(form.get('year') ?? '').trim();
  const wrong = (key: Problem['key'], params?: Problem['params']): Reading => ({
    problems: [{ field: ANSWER, key, ...(params && { params }) }],
  });
  if (!/^\d{4}$/.test(typed)) return wrong('error.year', { example: String(thisYear - 4) });
  const year = Number(typed);
  const earliest = thisYear - MOST_YEARS;
  if (year > thisYear) return wrong('error.future');
  if (year < earliest) return wrong('error.early', { year: String(earliest) });
  const given = Number(form.get('month'));
  const latest = year === thisYear ? thisMonth : 12;
  if (given > latest) return wrong('error.future');
  const soonest = year === earliest ? thisMonth : 1;
  const month = given || Math.ceil((soonest + latest) / 2);
  if (month < soonest) return wrong('error.early', { year: String(earliest) });
  return { answer: `${typed}-${String(month).padStart(2, '0')}`, about: !given };
}
