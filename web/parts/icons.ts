/** Drawn marks. Each is decoration beside words that say the same. */
import { svg, html, type TemplateResult } from 'lit/html.js';
import type { Verdict } from '../types.ts';

/** The waymark: an arrow on a yellow disc. It stands only where a next step is. */
export function arrow(): TemplateResult {
  return html`<svg class="icon arrow" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="12" />
    <path d="M6.5 12h10M12.5 7.5 17 12l-4.5 4.5" />
  </svg>`;
}

/** The tool's sign: a post with its waymark. */
export function sign(): TemplateResult {
  return html`<svg class="sign" viewBox="0 0 32 40" aria-hidden="true">
    <path class="sign-post" d="M9 3.5 16 0l7 3.5V40H9z" />
    <circle class="sign-disc" cx="16" cy="14" r="9" />
    <path class="sign-arrow" d="M11.5 14h8.5M16.5 10l4 4-4 4" />
  </svg>`;
}

const VERDICTS: Record<Verdict | 'closed', TemplateResult> = {
  eligible: svg`<circle cx="12" cy="12" r="11" /><path d="m7 12.5 3.5 3.5L17 8.5" />`,
  may_be_eligible: svg`<circle class="hollow" cx="12" cy="12" r="10" /><path d="M9 9.2c.2-3.4 6-3.4 6 .1 0 2.4-3 2.3-3 4.9M12 17.4v.2" />`,
  not_eligible: svg`<circle class="hollow" cx="12" cy="12" r="10" /><path d="M7 12h10" />`,
  closed: svg`<path class="hollow" d="M3 6v14M21 6v14M3 9h18M3 16h18" />`,
};

export function verdictMark(kind: Verdict | 'closed'): TemplateResult {
  return html`<svg class="icon mark mark-${kind}" viewBox="0 0 24 24" aria-hidden="true">
    ${VERDICTS[kind]}
  </svg>`;
}

/** Country ahead, with a post that points into it. */
export function landscape(): TemplateResult {
  return html`<svg
    class="landscape"
    viewBox="0 0 720 220"
    preserveAspectRatio="xMidYMax slice"
    aria-hidden="true"
  >
    <circle class="sun" cx="560" cy="82" r="34" />
    <path class="hill hill-far" d="M0 130c90-50 170-62 260-22s170 18 250-18 150-22 210 6v124H0z" />
    <path class="hill hill-mid" d="M0 168c120-46 230-30 330-6s230-44 390-14v72H0z" />
    <path class="hill hill-near" d="M0 198c160-28 300-20 430-10s200-10 290-14v46H0z" />
    <path class="track" d="M196 220c34-18 118-20 122-36s-62-14-40-28 96-8 130-20" />
    <path class="sign-post" d="m134 92 9-5 9 5v116h-18z" />
    <circle class="sign-disc" cx="143" cy="114" r="13" />
    <path class="sign-arrow" d="M136 114h13M144 108l6 6-6 6" />
  </svg>`;
}
