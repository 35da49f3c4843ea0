/** Where answers are kept, and files of them. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { row } from '../fields/field.ts';
import type { Keeping } from '../keeping.ts';
import { errorSummary } from '../parts/errors.ts';
import { openedNote } from '../parts/opened-note.ts';
import { ownTab } from '../parts/own-tab.ts';
import { waysOn } from '../parts/ways-on.ts';
import { takeForm } from '../submit.ts';
import type { View } from '../view.ts';
import type { TextKey } from '../words.ts';

/** The file control, which a fault of a file is about. */
export const FILE = 'file';

const PLACE = 'place';

export function keepScreen(view: View): TemplateResult {
  const { words } = view;
  return html`${errorSummary(view)} ${openedNote(view)}
    <h1 tabindex="-1">${words.t('keep.title')}</h1>
    ${view.keptIn === 'memory' ? html`<p>${words.t('keep.intro')}</p>` : nothing} ${browser(view)}
    ${save(view)} ${open(view)} ${offline(view)}
    ${Object.keys(view.answers).length > 0 ? waysOn(view) : nothing}`;
}

function browser(view: View): TemplateResult {
  const { words, places, actions } = view;
  if (places.length === 1)
    return html`<section class="keep">
      <h2>${words.t('keep.browser')}</h2>
      <p>${words.t('keep.none')}</p>
      ${ownTab(view, 'keep.own-tab')}
    </section>`;
  const take = (form: FormData) => actions.keepIn(form.get(PLACE) as Keeping);
  return html`<section class="keep">
    <form autocomplete="off" class="keeping">
      <fieldset class="group" role="radiogroup">
        <legend><h2>${words.t('keep.browser')}</h2></legend>
        <div class="rows">
          ${places.map((place) =>
            row({
              type: 'radio',
              name: PLACE,
              value: place,
              id: `keep-${place}`,
              label: words.t(`keep.${place}` as TextKey),
              more: words.t(`keep.${place}-more` as TextKey),
              checked: view.keptIn === place,
              isSoNow: true,
            }),
          )}
        </div>
      </fieldset>
      <button type="button" class="button second" @click=${takeForm(take)}>
        ${words.t('keep.choose')}
      </button>
    </form>
    ${view.standing === 'page' ? nothing : ownTab(view, 'keep.own-tab')}
  </section>`;
}

function save({ words, answers, actions }: View): TemplateResult | typeof nothing {
  if (Object.keys(answers).length === 0) return nothing;
  return html`<section class="keep">
    <h2>${words.t('keep.file')}</h2>
    <p>${words.t('keep.file-more')}</p>
    <button type="button" class="button second" @click=${() => actions.saveFile()}>
      ${words.t('keep.save')}
    </button>
  </section>`;
}

function open({ words, answers, actions, problems }: View): TemplateResult {
  const problem = problems.find(({ field }) => field === FILE);
  const replaces = Object.keys(answers).length > 0;
  const described = [problem && `${FILE}-problem`, replaces && `${FILE}-hint`]
    .filter(Boolean)
    .join(' ');
  const take = (form: FormData) => {
    const given = form.get(FILE);
    actions.openFile(given instanceof File && given.name !== '' ? given : undefined);
  };
  return html`<section class="keep">
    <h2>${words.t('keep.open-title')}</h2>
    <form autocomplete="off" class="group open-file ${problem ? 'has-problem' : ''}">
      <label for=${FILE}>${words.t('keep.open-label')}</label>
      ${replaces ? html`<p class="hint" id="${FILE}-hint">${words.t('keep.replaces')}</p>` : nothing}
      ${
        problem
          ? html`<p class="problem" id="${FILE}-problem">
              <span class="visually-hidden">${words.t('error.prefix')}</span>
              ${words.t(problem.key, problem.params)}
            </p>`
          : nothing
      }
      <input
        type="file"
        name=${FILE}
        id=${FILE}
        accept=".json,application/json"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${described || nothing}
      />
      <button type="button" class="button second" @click=${takeForm(take)}>
        ${words.t('keep.open')}
      </button>
    </form>
  </section>`;
}

function offline({ words, offline, actions }: View): TemplateResult | typeof nothing {
  if (offline === null) return nothing;
  const isKept = offline === 'kept' || offline === 'newer';
  return html`<section class="keep offline">
    <h2>${words.t('offline.title')}</h2>
    <p>${words.t('offline.what')}</p>
    ${isKept ? html`<p>${words.t('offline.is-kept')}</p>` : nothing}
    ${offline === 'newer' ? html`<p>${words.t('offline.newer')}</p>` : nothing}
    <button
      type="button"
      class="button second"
      aria-disabled=${offline === 'working' ? 'true' : nothing}
      @click=${() => {
        if (offline === 'working') return;
        if (isKept) actions.removeOffline();
        else actions.keepOffline();
      }}
    >
      ${words.t(isKept ? 'offline.remove' : 'offline.button')}
    </button>
  </section>`;
}
