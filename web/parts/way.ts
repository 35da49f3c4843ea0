/** How far along the person is: a path with a post for each part that has something to ask. */
import { html, svg, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';

const STEP = 44;
const TOP = 26;
const SWING = 4;

type Post = 'settled' | 'here' | 'ahead';

export function way(view: View, here: string | null): TemplateResult {
  const parts = view.assessment.progress.sections.filter(
    ({ id, settled, open }) => id === here || settled + open > 0,
  );
  const posts = parts.map(({ id, open }): Post =>
    id === here ? 'here' : open === 0 ? 'settled' : 'ahead',
  );
  const settled = parts.filter(({ open }) => open === 0).length;
  const width = Math.max(1, posts.length) * STEP;
  return html`<div class="way">
    <svg viewBox="0 0 ${width} 36" width=${width} height="36" aria-hidden="true">
      <path class="way-path" d=${track(posts.length)} />
      ${posts.map((post, at) => drawPost(post, at))}
    </svg>
    <p>${place(view, parts.findIndex(({ id }) => id === here) + 1, settled, parts.length)}</p>
  </div>`;
}

/** The part that one is in; where parts come in no order, how many are done. */
function place({ words, interview }: View, n: number, settled: number, all: number): string {
  if (n === 0 || interview === 'quick') return words.t('way.settled', { n: settled, all });
  return words.t('way.part', { n, all });
}

function drawPost(post: Post, at: number): TemplateResult {
  const x = (at + 0.5) * STEP;
  const y = footOf(at);
  if (post !== 'here')
    return svg`<path class="post post-${post}" d="M${x - 4} ${y + 4}v-16l4-3 4 3v16z" />`;
  return svg`<path class="post post-here" d="M${x - 4} ${y + 5}v-18h8v18z" />
    <circle class="sign-disc" cx=${x} cy=${y - 12} r="10" />
    <path class="sign-arrow" d="M${x - 5} ${y - 12}h9m-3.5-4 4 4-4 4" />`;
}

/** A path that rolls a little, past every post's foot. */
function track(count: number): string {
  const points = Array.from({ length: count }, (_, at) => `${(at + 0.5) * STEP} ${footOf(at)}`);
  return `M0 ${TOP} ${points.map((point) => `L${point}`).join(' ')} L${count * STEP} ${TOP}`;
}

function footOf(at: number): number {
  return TOP + (at % 2 === 0 ? SWING / 2 : -SWING / 2);
}
