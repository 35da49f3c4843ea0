/** Runs the interview: keeps the state, moves between screens, and draws after each step. */
import { html, nothing, render } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import { Assessor } from './assessor.ts';
import { planCalendar } from './calendar.ts';
import { changedAnswers } from './changes.ts';
import { faultOf, type Fault } from './faults.ts';
import { download, readText } from './file.ts';
import { moveFocus } from './focus.ts';
import { Keeper, type Opened, type Refused } from './keeper.ts';
import { returnTo, spotOn, type Spot } from './leave-and-return.ts';
import { tellOtherTabsToClear, whenClearedElsewhere, type Place as Keeping } from './keeping.ts';
import { loadBundle, loadCore, loadPackWords, loadWords, readBundle } from './load.ts';
import type { PackWords } from './pack-words.ts';
import { adjustId } from './parts/adjust.ts';
import { goTo } from './parts/go-to.ts';
import { cardId } from './parts/programme-words.ts';
import { settleId } from './parts/settle.ts';
import { frameFooter, frameOf, siteFooter, siteHeader } from './parts/shell.ts';
import { refusalKey } from './refusals.ts';
import { questionRoute, RouteHistory, START, type Route } from './route.ts';
import { changeId } from './screens/check.ts';
import { faultScreen } from './screens/fault.ts';
import { FILE } from './screens/keep.ts';
import { screenOf } from './screens/screen.ts';
import { titleOf } from './title.ts';
import { todayFor } from './today.ts';
import type { Bundle, Interview, Lang } from './types.ts';
import type { Actions, Before, Message, Problem, Reading, View } from './view.ts';
import { nextRoute, reachable, routeAfter, type Place } from './way-on.ts';
import type { TextKey, Words } from './words.ts';

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

/** What a screen tells of how the person came to it. */
interface Told {
  before?: Before;
  opened?: Opened;
  message?: Message;
}

export class App {
  readonly #options: AppOptions;
  readonly #history: RouteHistory;
  readonly #actions: Actions;
  readonly #keeper: Keeper;
  readonly #shared = new Set<string>();
  #words: Words | null = null;
  #loaded: Loaded | null = null;
  #fault: Fault | null = null;
  #route: Route = START;
  #told: Told = {};
  #problems: Problem[] = [];
  #clearing = false;
  /** Where the person last was on the results. */
  #leftResultsAt: Spot | null = null;
  #isComplete = false;

  constructor(options: AppOptions) {
    this.#options = options;
    this.#keeper = new Keeper(options.pack);
    this.#actions = this.#makeActions();
    this.#history = new RouteHistory((route) => this.#goBackOrForward(route));
    // A browser may bring a whole page back from memory, with the answers of whoever sat here before.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted && this.#keeper.place === 'memory') this.#clear();
    });
    whenClearedElsewhere(() => this.#clear());
  }

  /** Fetches what is needed and draws the first screen. Never throws: what goes wrong is drawn. */
  async begin(): Promise<void> {
    this.#history.restart(START);
    await this.#load(this.#options.lang);
    // What the page showed while it opened.
    this.#options.root.replaceChildren();
    this.#try(({ assessor }) => {
      const found = this.#keeper.openKept(assessor);
      if (found)
        this.#told =
          'code' in found ? { message: { key: refusalKey(found), at: 'top' } } : { opened: found };
    });
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
    const before = this.#loaded?.assessor;
    await this.#load(this.#words?.lang ?? this.#options.lang);
    if (before) this.#try(({ assessor }) => assessor.takeOver(before));
    this.#draw();
    moveFocus(this.#options.root);
  }

  /** Runs what calls the core, and shows the fault if it cannot answer. @returns whether it could. */
  #try(work: (loaded: Loaded) => void): boolean {
    if (!this.#loaded) return false;
    try {
      work(this.#loaded);
      return true;
    } catch (error) {
      this.#fail(error);
      this.#draw();
      return false;
    }
  }

  #makeActions(): Actions {
    return {
      start: (interview) => this.#start(interview),
      submit: (reading) => this.#submit(reading),
      settle: (question, reading, programme) => {
        if (this.#hasProblems(reading, settleId(programme, question))) return;
        this.#changeHere({ programme }, (assessor) =>
          assessor.answer(question, reading.answer, reading.about),
        );
        goTo(`${cardId(programme)}-name`);
      },
      tryAnswer: (question, reading) => {
        if (this.#hasProblems(reading, adjustId(question))) return;
        this.#changeHere({ question }, (assessor) =>
          assessor.attempt({ [question]: reading.answer }),
        );
      },
      tryChanges: (changes, programme) => {
        this.#changeHere({ programme }, (assessor) => {
          const { questions } = this.#loaded?.bundle ?? { questions: [] };
          const { answers, today } = assessor;
          assessor.attempt(changedAnswers(questions, answers, changes, today.date));
        });
        goTo(`${cardId(programme)}-name`);
      },
      endTrying: (keep) => {
        this.#try(({ assessor }) => assessor.endAttempt(keep));
        this.#keep();
        this.#told = { message: { key: keep ? 'trying.kept' : 'trying.ended', at: 'top' } };
        this.#draw();
        moveFocus(this.#options.root);
      },
      change: (question, returnTo) => this.#go(questionRoute(question, returnTo)),
      proceed: () => this.#proceed(),
      show: (screen) => this.#go({ screen }),
      interview: (how) => this.#interview(how),
      keepIn: (place) => this.#keepIn(place),
      saveFile: () => this.#saveFile(),
      openFile: (file) => void this.#openFile(file),
      saveCalendar: () => this.#saveCalendar(),
      print: () => window.print(),
      copy: (text) => void this.#copy(text),
      share: (question, shared) => {
        if (shared) this.#shared.add(question);
        else this.#shared.delete(question);
        this.#draw();
      },
      back: () => this.#history.back(),
      clear: () => {
        tellOtherTabsToClear();
        this.#clear();
      },
      confirmClear: (open) => {
        this.#clearing = open;
        this.#draw();
        document.getElementById(open ? 'clear-not' : 'clear')?.focus();
      },
      language: (lang) => void this.#speak(lang),
    };
  }

  #start(interview: Interview): void {
    this.#options.onMilestone('start');
    if (this.#try(({ assessor }) => (assessor.interview = interview))) this.#proceed();
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
    const before: Before = { assessment: assessor.assessment, at: 'elsewhere' };
    if (!this.#try(() => assessor.answer(route.question, reading.answer, reading.about))) return;
    const message = this.#keep();
    const next = routeAfter(placeOf(loaded), route);
    this.#go(next, { ...(next.screen === 'results' && { before }), ...(message && { message }) });
  }

  /** Shows what is wrong with a field that shares its screen with others. */
  #hasProblems(reading: Reading, field: string): reading is { problems: Problem[] } {
    this.#problems =
      'problems' in reading ? reading.problems.map((each) => ({ ...each, field })) : [];
    if (!('problems' in reading)) return false;
    this.#draw();
    document.getElementById(field)?.focus();
    return true;
  }

  /** Changes an answer without leaving the screen, and tells what that changed. */
  #changeHere(at: Before['at'], change: (assessor: Assessor) => void): void {
    const changed = this.#try(({ assessor }) => {
      this.#told = { before: { assessment: assessor.assessment, at } };
      change(assessor);
    });
    if (!changed) return;
    const message = this.#keep();
    if (message) this.#told = { ...this.#told, message };
    this.#draw();
  }

  #interview(how: Interview): void {
    this.#try(({ assessor }) => (assessor.interview = how));
    this.#keep();
    this.#told = { message: { key: `quick.now-${how}`, at: 'top' } };
    this.#draw();
  }

  /** Keeps the answers where the person wants them. @returns what to tell if they could not be kept there. */
  #keep(): Message | undefined {
    let isKept = true;
    this.#try(({ assessor }) => (isKept = this.#keeper.update(assessor)));
    return isKept ? undefined : { key: 'keep.full', at: 'top' };
  }

  #keepIn(place: Keeping): void {
    let isKept = false;
    this.#try(({ assessor }) => (isKept = this.#keeper.choose(place, assessor)));
    const key: TextKey = isKept ? `keep.${place}-done` : 'keep.full';
    this.#problems = [];
    this.#told = { message: { key, at: 'top' } };
    this.#draw();
  }

  #saveFile(): void {
    this.#problems = [];
    this.#try(({ assessor }) => {
      const { file } = assessor.save();
      download(`waymark-answers-${assessor.today.date}.json`, 'application/json', file);
      this.#told = { message: { key: 'keep.saved', at: 'top' } };
    });
    this.#draw();
  }

  async #openFile(file: File | undefined): Promise<void> {
    let opened: Opened | Refused = { from: 'file', code: 'missing' };
    try {
      const text = file && (await readText(file));
      if (text !== undefined)
        this.#try(({ assessor }) => (opened = this.#keeper.openFile(assessor, text)));
    } catch {
      // It could be chosen but not read: it was moved, or is on a drive that is gone.
      opened = { from: 'file', code: 'unreadable' };
    }
    if ('code' in opened) {
      this.#problems = [{ field: FILE, key: refusalKey(opened) }];
      this.#draw();
      moveFocus(this.#options.root);
      return;
    }
    const message = this.#keep();
    this.#go({ screen: 'check' }, { opened, ...(message && { message }) });
  }

  #saveCalendar(): void {
    const view = this.#view();
    const plan = view?.assessment.plan;
    if (view && plan) download('waymark-plan.ics', 'text/calendar', planCalendar(view, plan));
  }

  async #copy(text: string): Promise<void> {
    let key: TextKey = 'take.copied';
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      key = 'take.copy-failed';
    }
    this.#told = { message: { key, at: 'take' } };
    this.#draw();
  }

  #proceed(): void {
    if (this.#loaded) this.#go(nextRoute(placeOf(this.#loaded)));
  }

  #go(route: Route, told: Told = {}): void {
    this.#history.push(route);
    this.#arrive(route, told);
  }

  #goBackOrForward(route: Route): void {
    this.#arrive(route);
    const { screen } = this.#route;
    if (screen === 'results' && this.#leftResultsAt)
      returnTo(this.#options.root, this.#leftResultsAt);
  }

  #arrive(route: Route, told: Told = {}): void {
    const from = this.#route;
    if (from.screen === 'results') this.#leftResultsAt = spotOn(this.#options.root);
    this.#route = this.#loaded ? reachable(placeOf(this.#loaded), route) : START;
    this.#problems = [];
    this.#clearing = false;
    this.#told = told;
    if (this.#route.screen === 'results' && !this.#isComplete) {
      this.#isComplete = true;
      this.#options.onMilestone('complete');
    }
    this.#draw();
    moveFocus(this.#options.root);
    // Back from one line of a long list, people land on that line.
    if (from.screen === 'question' && from.returnTo === 'check' && this.#route.screen === 'check')
      document.getElementById(changeId(from.question))?.focus();
  }

  #clear(): void {
    this.#keeper.clear();
    this.#shared.clear();
    this.#leftResultsAt = null;
    this.#try(({ assessor }) => assessor.clear());
    this.#isComplete = false;
    this.#history.restart(START);
    this.#arrive(START, { message: { key: 'clear.done', at: 'top' } });
  }

  async #speak(lang: Lang): Promise<void> {
    try {
      const [words, packWords] = await Promise.all([
        loadWords(lang),
        this.#loaded ? loadPackWords(this.#loaded.bundle, lang) : null,
      ]);
      this.#words = words;
      if (this.#loaded && packWords) this.#loaded.packWords = packWords;
    } catch {
      this.#told = { ...this.#told, message: { key: 'language.failed', at: 'top' } };
    }
    this.#draw();
  }

  #view(): View | null {
    if (!this.#loaded || !this.#words) return null;
    const { bundle, packWords, assessor } = this.#loaded;
    const { before = null, opened = null, message = null } = this.#told;
    const { answers } = assessor;
    return {
      route: this.#route,
      words: this.#words,
      pack: packWords,
      bundle,
      today: assessor.today,
      answers,
      about: assessor.about,
      assessment: assessor.assessment,
      interview: assessor.interview,
      own: assessor.own,
      since: assessor.since,
      opened,
      keptIn: this.#keeper.place,
      shared: this.#shared,
      before,
      problems: this.#problems,
      message,
      canGoBack: this.#history.canGoBack,
      canClear:
        this.#route.screen !== 'start' || Object.keys(answers).length > 0 || this.#keeper.holds,
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
    document.documentElement.dir = words.direction;
    const view = this.#view();
    const main =
      this.#fault || !view
        ? faultScreen(words, this.#fault ?? 'crashed', () => void this.#retry())
        : // A new screen gets new elements, so that nothing typed on the last one lingers in it.
          frameOf(view, framed, keyed(JSON.stringify(view.route), screenOf(view)));
    document.title = titleOf(words, view);
    render(
      html`${framed ? nothing : siteHeader(words, this.#actions)}
        <main class="tool">${main}</main>
        ${framed ? frameFooter(words) : siteFooter(words)}`,
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
