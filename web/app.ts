/** Runs the interview: keeps the state, moves between screens, and draws after each step. */
import { html, nothing, render } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import { Assessor } from './assessor.ts';
import { faultOf, type Fault } from './faults.ts';
import { moveFocus } from './focus.ts';
import { loadBundle, loadCore, loadPackWords, loadWords, readBundle } from './load.ts';
import type { PackWords } from './pack-words.ts';
import { frameOf, siteFooter, siteHeader } from './parts/shell.ts';
import { questionRoute, RouteHistory, START, type Route } from './route.ts';
import { faultScreen } from './screens/fault.ts';
import { screenOf } from './screens/screen.ts';
import { titleOf } from './title.ts';
import { todayFor } from './today.ts';
import type { Bundle, Lang } from './types.ts';
import type { Actions, Before, Problem, Reading, View } from './view.ts';
import { nextRoute, reachable, routeAfter, type Place } from './way-on.ts';
import type { Words } from './words.ts';

export interface AppOptions {
  root: HTMLElement;
  pack: string;
  lang: Lang;
  /** Whether the tool stands in another page, and so draws no header and footer of its own. */
  framed: boolean;
  onMilestone(what: 'start' | 'complete'): void;
}

/** What has been fetched. */
interface Loaded {
  bundle: Bundle;
  packWords: PackWords;
  assessor: Assessor;
}

export class App {
  readonly #options: AppOptions;
  readonly #history: RouteHistory;
  readonly #actions: Actions;
  #words: Words | null = null;
  #loaded: Loaded | null = null;
  #fault: Fault | null = null;
  #route: Route = START;
  #problems: Problem[] = [];
  #clearing = false;
  #before: Before | null = null;
  #isComplete = false;

  constructor(options: AppOptions) {
    this.#options = options;
    this.#actions = this.#makeActions();
    this.#history = new RouteHistory((route) => this.#arrive(route));
    // A browser may bring a whole page back from memory, with the answers of whoever sat here before.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#clear();
    });
  }

  /** Fetches what is needed and draws the first screen. Never throws: what goes wrong is drawn. */
  async begin(): Promise<void> {
    this.#history.restart(START);
    await this.#load(this.#options.lang);
    this.#draw();
  }

  async #load(lang: Lang): Promise<void> {
    const { pack } = this.#options;
    const bundleText = loadBundle(pack);
    const core = loadCore(bundleText);
    const words = loadWords(lang);
    // Each is awaited in turn below; one that fails early must not count as unhandled meanwhile.
    core.catch(() => undefined);
    bundleText.catch(() => undefined);
    try {
      this.#words = await words;
      const bundle = readBundle(await bundleText);
      const [packWords, opened] = await Promise.all([loadPackWords(bundle, lang), core]);
      const assessor = new Assessor(opened, todayFor(bundle.pack.published));
      this.#loaded = { bundle, packWords, assessor };
      this.#fault = null;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Shows that the tool cannot go on. The console gets the defect, never an answer. */
  #fail(error: unknown): void {
    console.error('Waymark:', error instanceof Error ? error.message : error);
    this.#fault = faultOf(error);
  }

  async #retry(): Promise<void> {
    const answers = this.#loaded?.assessor.answers ?? {};
    await this.#load(this.#words?.lang ?? this.#options.lang);
    this.#try(() => {
      for (const [question, answer] of Object.entries(answers)) {
        this.#loaded?.assessor.answer(question, answer);
      }
    });
    this.#draw();
    moveFocus(this.#options.root);
  }

  /** Runs what calls the core, and shows the fault if it cannot answer. */
  #try(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #makeActions(): Actions {
    return {
      start: () => {
        this.#options.onMilestone('start');
        this.#proceed();
      },
      submit: (reading) => this.#submit(reading),
      adjust: (question, reading) => this.#adjust(question, reading),
      change: (question, returnTo) => this.#go(questionRoute(question, returnTo)),
      proceed: () => this.#proceed(),
      show: (screen) => this.#go({ screen }),
      back: () => this.#history.back(),
      clear: () => this.#clear(),
      confirmClear: (open) => {
        this.#clearing = open;
        this.#draw();
        document.getElementById(open ? 'clear-not' : 'clear')?.focus();
      },
      language: (lang) => void this.#speak(lang),
    };
  }

  #submit(reading: Reading): void {
    const route = this.#route;
    const loaded = this.#loaded;
    if (route.screen !== 'question' || !loaded) return;
    if ('problems' in reading) {
      this.#problems = reading.problems;
      this.#draw();
      moveFocus(this.#options.root);
      return;
    }
    const { assessor } = loaded;
    const before: Before = { assessment: assessor.assessment, changedOn: 'question' };
    this.#try(() => assessor.answer(route.question, reading.answer, reading.about));
    if (this.#fault) return this.#draw();
    const next = routeAfter(placeOf(loaded), route);
    this.#go(next, next.screen === 'results' ? before : null);
  }

  #adjust(question: string, reading: Reading): void {
    const assessor = this.#loaded?.assessor;
    if (!assessor) return;
    if ('problems' in reading) {
      const id = `adjust-${question}`;
      this.#problems = reading.problems.map((problem) => ({ ...problem, field: id }));
      this.#draw();
      document.getElementById(id)?.focus();
      return;
    }
    this.#problems = [];
    this.#before = { assessment: assessor.assessment, changedOn: 'results' };
    this.#try(() => assessor.answer(question, reading.answer, reading.about));
    this.#draw();
  }

  #proceed(): void {
    if (this.#loaded) this.#go(nextRoute(placeOf(this.#loaded)));
  }

  #go(route: Route, before: Before | null = null): void {
    this.#history.push(route);
    this.#arrive(route, before);
  }

  #arrive(route: Route, before: Before | null = null): void {
    this.#route = this.#loaded ? reachable(placeOf(this.#loaded), route) : START;
    this.#problems = [];
    this.#clearing = false;
    this.#before = before;
    if (this.#route.screen === 'results' && !this.#isComplete) {
      this.#isComplete = true;
      this.#options.onMilestone('complete');
    }
    this.#draw();
    moveFocus(this.#options.root);
  }

  #clear(): void {
    this.#try(() => this.#loaded?.assessor.clear());
    this.#isComplete = false;
    this.#history.restart(START);
    this.#arrive(START);
  }

  async #speak(lang: Lang): Promise<void> {
    try {
      const [words, packWords] = await Promise.all([
        loadWords(lang),
        this.#loaded ? loadPackWords(this.#loaded.bundle, lang) : null,
      ]);
      this.#words = words;
      if (this.#loaded && packWords) this.#loaded.packWords = packWords;
    } catch (error) {
      this.#fail(error);
    }
    this.#draw();
  }

  #view({ bundle, packWords, assessor }: Loaded, words: Words): View {
    return {
      route: this.#route,
      words,
      pack: packWords,
      bundle,
      today: assessor.today,
      answers: assessor.answers,
      about: assessor.about,
      assessment: assessor.assessment,
      before: this.#before,
      problems: this.#problems,
      canGoBack: this.#history.canGoBack,
      clearing: this.#clearing,
      actions: this.#actions,
    };
  }

  #draw(): void {
    const { root, framed } = this.#options;
    const words = this.#words;
    if (!words) {
      root.replaceChildren(nothingArrived());
      return;
    }
    document.documentElement.lang = words.lang;
    const view = this.#loaded && this.#view(this.#loaded, words);
    const main =
      this.#fault || !view
        ? faultScreen(words, this.#fault ?? 'crashed', () => void this.#retry())
        : // A new screen gets new elements, so that nothing typed on the last one lingers in it.
          frameOf(view, framed, keyed(JSON.stringify(view.route), screenOf(view)));
    document.title = titleOf(words, view);
    render(
      html`${framed ? nothing : siteHeader(words, this.#actions)}
        <main class="tool">${main}</main>
        ${framed ? nothing : siteFooter(words)}`,
      root,
    );
  }
}

function placeOf({ bundle, assessor }: Loaded): Place {
  return { bundle, answers: assessor.answers, assessment: assessor.assessment };
}

/** Not even the words arrived: the page's own HTML holds a few. */
function nothingArrived(): Node {
  const fallback = document.querySelector<HTMLTemplateElement>('#nothing-arrived');
  return fallback ? fallback.content.cloneNode(true) : document.createTextNode('');
}
