/** Runs `embed.html`: the editor chooses, sees the tool under what was chosen, and copies the line. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { choosingForm } from './embed/choosing.ts';
import { copyable } from './embed/controls.ts';
import { makeJudge } from './embed/judge.ts';
import { lineOf, type Wish } from './embed/line.ts';
import { askedLook, usualOptions, type Options, type Site } from './embed/options.ts';
import { directivesFor } from './embed/policy.ts';
import { preview } from './embed/preview.ts';
import { privacyNote } from './embed/privacy-note.ts';
import type { Lang } from './types.ts';

/** How long somebody types before the tool is shown anew, in milliseconds. */
const PAUSE = 400;

const EVENTS = {
  'waymark-start': 'somebody started. No more than that.',
  'waymark-complete': 'somebody got to their results. Not which.',
} as const;

const home = new URL('./', location.href);
const site = JSON.parse(find('site').textContent ?? '') as Site;
const judge = makeJudge();

let options = usualOptions(site);
let sought = '';
let told: (keyof typeof EVENTS)[] = [];
/** The text that was copied last, and what came of it. */
let copied: { id: string; told: string } | null = null;
let pause = 0;

function choose(change: Partial<Options>): void {
  options = { ...options, ...change };
  copied = null;
  draw();
  clearTimeout(pause);
  pause = window.setTimeout(showTool, PAUSE);
}

function draw(): void {
  const judgement = judge(askedLook(options));
  const seek = (text: string): void => {
    sought = text;
    draw();
  };
  render(choosingForm({ options, site, home, judgement, sought, choose, seek }), find('choose'));
  render(lineField(), find('line'));
  render(toldPage(), find('told'));
  render(policyAdvice(), find('policy'));
  render(
    (['en', 'cy'] as const).map((lang) => noteField(lang)),
    find('note'),
  );
}

function wish(): Wish {
  return { options, site, home, look: judge(askedLook(options)).taken };
}

function showTool(): void {
  preview(find('preview'), wish());
}

function lineField(): TemplateResult {
  const { faults } = judge(askedLook(options));
  return html`${copyField('line-text', {
    label: 'HTML for your page',
    action: 'Copy the HTML',
    text: lineOf(wish()),
  })}
  ${
    faults.length > 0
      ? html`<p class="problem">Some of what you wrote is left out. See “How it looks”.</p>`
      : nothing
  }`;
}

function noteField(lang: Lang): TemplateResult {
  return copyField(`note-${lang}`, {
    label: lang === 'en' ? 'In English' : 'In Welsh',
    action: lang === 'en' ? 'Copy the English text' : 'Copy the Welsh text',
    text: privacyNote(options, lang, home),
    lang,
  });
}

function copyField(
  id: string,
  given: { label: string; action: string; text: string; lang?: Lang },
): TemplateResult {
  return copyable({
    ...given,
    id,
    told: copied?.id === id ? copied.told : undefined,
    onCopy: (field) => void copy(field),
  });
}

async function copy(field: HTMLTextAreaElement): Promise<void> {
  let said = 'Copied.';
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.focus();
    field.select();
    said = 'Your browser did not let us copy. The text is selected: copy it as you copy any text.';
  }
  copied = { id: field.id, told: said };
  draw();
}

/** What the page around the tool gets to know. */
function toldPage(): TemplateResult {
  if (options.way === 'link') return html`<p>Your page is told nothing.</p>`;
  const height = 'Beside that it is told how tall the tool is, and nothing else.';
  if (options.way === 'frame')
    return html`<p>
      The frame tells your page when somebody starts, when somebody gets to their results, and how
      tall the tool is. Without our script your page does not listen.
    </p>`;
  return html`<ol>
      ${told.map((type) => html`<li>The page was told: <code>${type}</code>: ${EVENTS[type]}</li>`)}
    </ol>
    <p>
      ${told.length === 0 ? 'Nothing yet. Start the tool above, and see what is told here.' : nothing}
      ${height}
      ${
        options.isInline
          ? 'But inline, scripts of your page could look into the tool themselves.'
          : nothing
      }
    </p>`;
}

function policyAdvice(): TemplateResult {
  const directives = directivesFor(options, home.origin);
  if (directives.length === 0) return html`<p>A link needs nothing here.</p>`;
  return html`<p>
      Most websites need nothing here. If yours sends a Content-Security-Policy, ask those who look
      after it to allow this. It is for what you chose above.
    </p>
    <ul class="directives">
      ${directives.map((directive) => html`<li><code>${directive}</code></li>`)}
    </ul>
    ${
      options.way === 'element' && options.isInline
        ? html`<p>
            Without <code>'wasm-unsafe-eval'</code> it works too, but more slowly: it then runs as
            plain JavaScript.
          </p>`
        : nothing
    }
    <p>Styles need nothing: no rule for styles is in their way.</p>`;
}

function find(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`This page has no #${id}`);
  return found;
}

for (const type of Object.keys(EVENTS) as (keyof typeof EVENTS)[])
  addEventListener(type, () => {
    told = [...told, type];
    draw();
  });
draw();
showTool();
