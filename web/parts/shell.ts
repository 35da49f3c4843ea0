/** What stands around every screen. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Actions, View } from '../view.ts';
import type { Standing } from '../standing.ts';
import type { TextKey, Words } from '../words.ts';
import { clearButton } from './clear.ts';
import { sign } from './icons.ts';
import { languageNotes, languageSwitch } from './languages.ts';

/** A screen with what stands around it there. */
export function whole(
  words: Words,
  standing: Standing,
  screen: unknown,
  actions: Actions,
): TemplateResult {
  return html`${standing === 'page' ? siteHeader(words, actions) : nothing}
  ${toolOf(words, standing, screen)} ${standing === 'page' ? siteFooter(words) : frameFooter(words)}`;
}

function siteHeader(words: Words, actions: Actions): TemplateResult {
  return html`<header class="site-header">
    <div class="wide">
      <span class="brand">${sign()} ${words.t('site.name')}</span>
      ${languageSwitch(words, actions)}
    </div>
  </header>`;
}

function siteFooter(words: Words): TemplateResult {
  return html`<footer class="site-footer">
    <div class="wide">
      <p>${words.t('site.footer')}</p>
      <p>${words.t('start.privacy')}</p>
      <p class="footer-links">${aboutTool(words)}</p>
    </div>
  </footer>`;
}

/** In a page of somebody else's, what of the footer is about the tool alone. */
function frameFooter(words: Words): TemplateResult {
  return html`<footer class="frame-footer">
    <p class="footer-links">${aboutTool(words)}</p>
  </footer>`;
}

function aboutTool(words: Words): TemplateResult {
  return html`${pageBeside(words, 'privacy.html', 'site.privacy')}
  ${pageBeside(words, 'accessibility.html', 'site.accessibility')}`;
}

/** Opens beside the tool, whose answers would be gone if it opened in its place. */
function pageBeside(words: Words, page: string, name: TextKey): TemplateResult {
  const address = new URL(page, import.meta.url);
  if (words.lang === 'cy') address.hash = 'cymraeg';
  return html`<a href=${address.href} target="_blank" rel="noopener">${words.t(name)}</a>`;
}

/** The tool itself. A page has one main part, which inline is not the tool's to be. */
function toolOf(words: Words, standing: Standing, screen: unknown): TemplateResult {
  return standing === 'inline'
    ? html`<section class="tool" aria-label=${words.t('site.name')}>${screen}</section>`
    : html`<main class="tool">${screen}</main>`;
}

/** A screen under its bar, with what there is to know about the language. */
export function frameOf(view: View, screen: unknown): TemplateResult {
  return html`${bar(view)} ${languageNotes(view.words, view.pack.foreign)} ${message(view)}
    <div class="screen">${screen}</div>`;
}

/** Stands there from the first, so that what comes into it is announced; what is told again is told by new elements. */
function message({ words, message: told }: View): TemplateResult {
  return html`<div role="status" class="message ${told?.at === 'take' ? 'visually-hidden' : ''}">
    ${told ? keyed(told, html`<p class="note">${words.t(told.key, told.params)}</p>`) : nothing}
  </div>`;
}

/** Back, clear, and within another page the languages. */
function bar(view: View): TemplateResult | typeof nothing {
  const { words, route, standing, canGoBack, canClear, actions } = view;
  const framed = standing !== 'page';
  const goesBack = canGoBack && route.screen !== 'start';
  if (!canClear && !goesBack && !framed) return nothing;
  return html`<div class="bar">
    ${
      goesBack
        ? html`<button type="button" class="quiet back" @click=${() => actions.back()}>
            ${words.t('bar.back')}
          </button>`
        : nothing
    }
    <span class="bar-end">
      ${canClear ? clearButton(view) : nothing} ${framed ? languageSwitch(words, actions) : nothing}
    </span>
  </div>`;
}
