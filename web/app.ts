/** Runs the interview: keeps the state, moves between screens, and draws after each step. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import { Assessor } from './assessor.ts';
import { EngineError } from './engine.ts';
import { pickedTopics, ratingsOf } from './fields/topics.ts';
import { loadBundle, loadCore, LoadError, loadPackWords, loadWords, readBundle } from './load.ts';
import { moveFocus } from './focus.ts';
import type { PackWords } from './pack-words.ts';
import { frameOf, siteFooter, siteHeader } from './parts/shell.ts';
import { RouteHistory, type ReturnTo, type Route } from './route.ts';
import { checkScreen } from './screens/check.ts';
import { faultScreen, type Fault } from './screens/fault.ts';
import { noticeScreen } from './screens/notice.ts';
import { questionScreen } from './screens/question.ts';
import { resultsScreen } from './screens/results.ts';
import { startScreen } from './screens/start.ts';
import { todayFor } from './today.ts';
import type { Assessment, Bundle, Lang, Question } from './types.ts';
import { endings, type Actions, type Problem, type Reading, type View } from './view.ts';
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

const START: Route = { screen: 'start' };

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
  #before: Assessment | null = null;
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
    const before = assessor.assessment;
    this.#try(() => assessor.answer(route.question, reading.answer, reading.about));
    if (this.#fault) return this.#draw();
    const picked = pickedTopics(reading.answer).length;
    if (isTopics(loaded.bundle, route.question) && route.step < picked) {
      this.#go({ ...route, step: route.step + 1 });
    } else if (this.#endsHere()) {
      this.#go({ screen: 'notice' });
    } else if (route.returnTo === 'next') {
      this.#proceed();
    } else {
      this.#go({ screen: route.returnTo }, route.returnTo === 'results' ? before : null);
    }
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
    this.#before = assessor.assessment;
    this.#try(() => assessor.answer(question, reading.answer, reading.about));
    this.#draw();
  }

  /** On to whatever the core wants to know next. */
  #proceed(): void {
    const loaded = this.#loaded;
    if (!loaded) return;
    const { next_question: next } = loaded.assessor.assessment;
    if (this.#endsHere()) return this.#go({ screen: 'notice' });
    if (next === null) return this.#go({ screen: 'check' });
    const step = isTopics(loaded.bundle, next) ? this.#openStep(next) : 0;
    this.#go({ ...questionRoute(next, 'next'), step });
  }

  /** The step of a topics question that is still open: the picking, or the first topic not fully rated. */
  #openStep(id: string): number {
    const loaded = this.#loaded;
    const question = loaded?.bundle.questions.find((each) => each.id === id);
    if (!loaded || question?.kind !== 'topics') return 0;
    const ratings = Object.values(ratingsOf(loaded.assessor.answers[id]));
    return 1 + ratings.findIndex((each) => question.aspects.some((aspect) => !(aspect.id in each)));
  }

  #endsHere(): boolean {
    const loaded = this.#loaded;
    return (
      loaded !== null &&
      endings({ bundle: loaded.bundle, assessment: loaded.assessor.assessment }).length > 0
    );
  }

  #go(route: Route, before: Assessment | null = null): void {
    this.#history.push(route);
    this.#arrive(route, before);
  }

  #arrive(route: Route, before: Assessment | null = null): void {
    this.#route = this.#reachable(route);
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

  /** Where a route leads now: the browser remembers screens that cleared or changed answers have closed. */
  #reachable(route: Route): Route {
    const assessor = this.#loaded?.assessor;
    if (!assessor || route.screen === 'start') return START;
    const { assessment, answers } = assessor;
    const question = route.screen === 'question' ? route.question : null;
    const isFresh = Object.keys(answers).length === 0;
    if (isFresh && (question === null || question !== assessment.next_question)) return START;
    if (question !== null && assessment.not_asked.includes(question)) return { screen: 'check' };
    return route;
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
        : frameOf(view, framed, this.#screen(view));
    document.title = titleOf(words, view);
    render(
      html`${framed ? nothing : siteHeader(words, this.#actions)}
        <main class="tool">${main}</main>
        ${framed ? nothing : siteFooter(words)}`,
      root,
    );
  }

  #screen(view: View): unknown {
    const route = this.#route;
    const screen = drawScreen(view, route);
    // A new screen gets new elements, so that nothing typed on the last one lingers in it.
    return keyed(JSON.stringify(route), screen);
  }
}

function drawScreen(view: View, route: Route): TemplateResult {
  switch (route.screen) {
    case 'start':
      return startScreen(view);
    case 'check':
      return checkScreen(view);
    case 'results':
      return resultsScreen(view);
    case 'notice':
      return noticeScreen(view);
    case 'question': {
      const question = view.bundle.questions.find(({ id }) => id === route.question);
      return question ? questionScreen(view, question, route.step) : startScreen(view);
    }
  }
}

function questionRoute(question: string, returnTo: ReturnTo): Route & { screen: 'question' } {
  return { screen: 'question', question, step: 0, returnTo };
}

function isTopics({ questions }: Bundle, id: string): boolean {
  return questions.some((question: Question) => question.id === id && question.kind === 'topics');
}

/** Names the part of the interview, never the question: titles are kept in the browser's history. */
function titleOf(words: Words, view: View | null): string {
  const tool = words.t('site.name');
  if (!view) return tool;
  const { route, problems } = view;
  const title = view.pack.plain((texts) => texts.pack.title);
  const part =
    route.screen === 'question' ? words.t('title.question') : words.t(`title.${route.screen}`);
  const prefix = problems.length > 0 ? `${words.t('error.prefix')} ` : '';
  return [`${prefix}${part}`, title, tool].filter(Boolean).join(' - ');
}

function faultOf(error: unknown): Fault {
  if (error instanceof LoadError) return error.fault;
  if (!(error instanceof EngineError)) return 'crashed';
  return error.fault === 'request' ? 'crashed' : error.fault;
}

/** Not even the words arrived: the page's own HTML holds a few. */
function nothingArrived(): Node {
  const fallback = document.querySelector<HTMLTemplateElement>('#nothing-arrived');
  return fallback ? fallback.content.cloneNode(true) : document.createTextNode('');
}
