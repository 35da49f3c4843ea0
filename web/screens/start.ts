/** What this is, how long it takes, and what happens to the answers. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { arrow, landscape } from '../parts/icons.ts';
import { openedNote } from '../parts/opened-note.ts';
import { programmesList } from '../parts/programmes-list.ts';
import { ownTab } from '../parts/own-tab.ts';
import { waysOn } from '../parts/ways-on.ts';
import type { Interview } from '../types.ts';
import type { View } from '../view.ts';

/** What one question takes a person, reading and thinking, in minutes. */
const MINUTES_EACH = 0.25;

export function startScreen(view: View): TemplateResult {
  const { words, pack, bundle, answers, standing, actions } = view;
  const minutes = Math.max(5, Math.round((bundle.questions.length * MINUTES_EACH) / 5) * 5);
  return html`<div class="start">
    ${landscape()}
    <h1 tabindex="-1">${pack.say((texts) => texts.pack.title)}</h1>
    <p class="lead">${pack.say((texts) => texts.pack.intro)}</p>
    <div class="privacy">
      <p>${words.t(standing === 'inline' ? 'start.inline' : 'start.privacy')}</p>
      ${standing === 'inline' ? ownTab(view, 'start.own-tab') : nothing}
    </div>
    ${
      Object.keys(answers).length > 0
        ? goOn(view)
        : html`${begin(view)}
            <ul class="facts" role="list">
              <li>${words.t('start.length', { n: minutes })}</li>
              <li>${words.t('start.any')}</li>
              <li>${words.t('start.result')}</li>
            </ul>`
    }
    <details>
      <summary>${words.t('start.about')}</summary>
      <p>${words.t('start.about-free')}</p>
      <p>${words.t('start.about-facts')}</p>
      <p>${words.t('start.about-rules')}</p>
      <p>${programmesList(words, bundle.pack.id)}</p>
    </details>
    <p>
      <button type="button" class="quiet" @click=${() => actions.show('keep')}>
        ${words.t('start.keep')}
      </button>
    </p>
  </div>`;
}

/** The editor of the page may offer the quick check first; both are always there. */
function begin({ words, start, actions }: View): TemplateResult {
  const names: Record<Interview, string> = {
    full: words.t(start === 'full' ? 'start.button' : 'start.full'),
    quick: words.t('quick.start'),
  };
  const other: Interview = start === 'full' ? 'quick' : 'full';
  return html`<p class="actions">
      <button type="button" class="button go" @click=${() => actions.start(start)}>
        ${names[start]} ${arrow()}
      </button>
      <button type="button" class="button second" @click=${() => actions.start(other)}>
        ${names[other]}
      </button>
    </p>
    <p class="quiet-text">${words.t('quick.what')}</p>`;
}

/** For a person who has been here before. */
function goOn(view: View): TemplateResult {
  return html`${openedNote(view)} ${waysOn(view)}`;
}
