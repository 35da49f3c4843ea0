/** Draws, while the site is built, what a visitor sees before the tool has arrived. */
import { render } from '@lit-labs/ssr/lib/render.js';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { drawField } from '../fields/any.ts';
import { ANSWER } from '../fields/field.ts';
import { Assessor } from '../assessor.ts';
import { loadBundle, loadCore, loadPackWords, loadWords, readBundle } from '../load.ts';
import { frameOf, whole } from '../parts/shell.ts';
import { START, type Route } from '../route.ts';
import { screenOf } from '../screens/screen.ts';
import type { SiteFiles } from '../site-files.ts';
import type { Standing } from '../standing.ts';
import { titleOf } from '../title.ts';
import type { Lang } from '../types.ts';
import { nothingUnfolded } from '../programme-groups.ts';
import { questionOf, type Actions, type View } from '../view.ts';
import { nextRoute } from '../way-on.ts';

/** HTML, whose elements are those that the tool draws when it begins. */
export interface Screen {
  html: string;
  /** The document's title. */
  title: string;
}

export interface Opening {
  start: Screen;
  /** Null where the first question looks different each year, or nothing is asked. */
  question: Screen | null;
  /** The first question alone, for those who can only read it. */
  toRead: string | null;
  /** What to say while something that was pressed waits for the tool. */
  wait: string;
}

/** @throws LoadError, EngineError */
export async function drawOpening(
  files: SiteFiles,
  pack: string,
  lang: Lang,
  standing: Standing,
): Promise<Opening> {
  const [words, core, bundle] = await Promise.all([
    loadWords(files, lang),
    loadCore(files, pack),
    loadBundle(files, pack).then(readBundle),
  ]);
  const today = { date: bundle.pack.published, deviceIsBehind: false };
  const assessor = new Assessor(core, today);
  const { answers, about, assessment } = assessor;
  const viewAt = (route: Route): View => ({
    route,
    words,
    pack: packWords,
    bundle,
    today,
    answers,
    about,
    assessment,
    interview: 'full',
    standing,
    start: 'full',
    choice: { first: [], only: [] },
    unfolded: nothingUnfolded(),
    own: null,
    since: null,
    opened: null,
    keptIn: 'memory',
    places: ['memory'],
    offline: null,
    shared: new Set(),
    before: null,
    problems: [],
    message: null,
    canGoBack: route !== START,
    canClear: route !== START,
    clearing: false,
    // No one can press anything yet.
    actions: {} as Actions,
  });
  const packWords = await loadPackWords(files, bundle, lang);
  const drawn = (view: View): Screen => ({
    html: html(whole(words, standing, frameOf(view, screenOf(view)), view.actions)),
    title: titleOf(words, view),
  });

  const first = nextRoute({ bundle, answers, assessment });
  const view = viewAt(first);
  const question = first.screen === 'question' ? questionOf(view, first.question) : undefined;
  const isLasting = question && question.kind !== 'since';
  return {
    start: drawn(viewAt(START)),
    question: isLasting ? drawn(view) : null,
    toRead: isLasting
      ? html(
          drawField({
            view,
            question,
            id: ANSWER,
            legend: packWords.say((texts) => texts.questions[question.id]?.title),
            answer: undefined,
          }),
        )
      : null,
    wait: words.t('opening.wait'),
  };
}

/** Without the marks that would tell Lit where its parts are, and with addresses as they stand beside the page. */
function html(template: unknown): string {
  return (
    collectResultSync(render(template))
      .replace(/<!--.*?-->/gs, '')
      // A property that is false is written as an attribute, which would say that it is true.
      .replaceAll(' checked="false"', '')
      .replace(/[ \n]+/g, ' ')
      .replaceAll(import.meta.url, '')
  );
}
