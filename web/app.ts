/** Runs the interview: keeps the state, moves between screens, and draws after each step. */
import { render } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import { Assessor } from './assessor.ts';
import { changedAnswers } from './changes.ts';
import { faultOf, type Fault } from './faults.ts';
import { download, readText } from './file.ts';
import { moveFocus } from './focus.ts';
import { Keeper, type Opened, type Refused } from './keeper.ts';
import { returnTo, spotOn, type Spot } from './leave-and-return.ts';
import {
  storesOffered,
  tellOtherTabsToClear,
  whenClearedElsewhere,
  type Keeping,
} from './keeping.ts';
import {
  loadBundle,
  fetchCalendarAhead,
  loadCalendar,
  loadCore,
  loadPackWords,
  loadWords,
  readBundle,
} from './load.ts';
import type { PackWords } from './pack-words.ts';
import {
  findOfflineCopy,
  keepOfflineCopy,
  removeOfflineCopy,
  type OfflineCopy,
} from './offline.ts';
import { goOnFrom, readEarly, type Early } from './opening/hand-over.ts';
import { adjustId } from './parts/adjust.ts';
import { PROGRAMMES } from './parts/jump.ts';
import { cardId, cardNameId, type Heading } from './parts/programme-words.ts';
import { groupOf, nothingUnfolded, toExplain } from './programme-groups.ts';
import { settleId } from './parts/settle.ts';
import { frameOf, whole } from './parts/shell.ts';
import { shownAssessment } from './shown.ts';
import type { Choice, Settings } from './settings.ts';
import type { SiteFiles } from './site-files.ts';
import type { Standing } from './standing.ts';
import { refusalKey } from './refusals.ts';
import { OwnTrail, questionRoute, RouteHistory, START, type Route, type Trail } from './route.ts';
import { changeId } from './screens/check.ts';
import { faultScreen } from './screens/fault.ts';
import { FILE } from './screens/keep.ts';
import { screenOf } from './screens/screen.ts';
import { titleOf } from './title.ts';
import { todayFor } from './today.ts';
import type { Bundle, Interview, Lang, OutlinedAssessment } from './types.ts';
import type { Actions, Before, Message, Problem, Reading, View } from './view.ts';
import { nextRoute, reachable, routeAfter, type Place } from './way-on.ts';
import type { TextKey, Words } from './words.ts';

export interface AppOptions {
  root: HTMLElement;
  standing: Standing;
  files: SiteFiles;
  /** What the editor of the page asks, with no question of pack and language left open. */
  settings: Settings & { lang: Lang };
  onMilestone(what: 'start' | 'complete'): void;
  /** What to show where not even the words arrive. */
  nothingArrived(): Node;
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
  readonly #trail: Trail;
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
  /** Whether the person asked for all programmes where the partner shows only some. */
  #showsAll = false;
  #unfolded = nothingUnfolded();
  /** Where the person last was on the results. */
  #leftResultsAt: Spot | null = null;
  #isComplete = false;
  #offline: OfflineCopy | 'working' | null = null;

  constructor(options: AppOptions) {
    this.#options = options;
    const { standing, settings } = options;
    this.#keeper = new Keeper(settings.pack, standing === 'inline' ? [] : storesOffered());
    this.#actions = this.#makeActions();
    const onMove = (route: Route) => this.#goBackOrForward(route);
    this.#trail = standing === 'inline' ? new OwnTrail(onMove) : new RouteHistory(onMove);
    // A browser may bring a whole page back from memory, with the answers of whoever sat here before.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted && this.#keeper.place === 'memory') this.#clear();
    });
    if (standing !== 'inline') whenClearedElsewhere(() => this.#clear());
  }

  /** Fetches what is needed and draws the first screen. Never throws: what goes wrong is drawn. */
  async begin(): Promise<void> {
    const { root, settings } = this.#options;
    this.#trail.restart(START);
    await this.#load(readEarly(root)?.lang ?? settings.lang);
    const early = await this.#learnEarly(root);
    root.replaceChildren();
    this.#try(({ assessor }) => {
      const found = this.#keeper.openKept(assessor);
      if (found)
        this.#told =
          'code' in found ? { message: { key: refusalKey(found), at: 'top' } } : { opened: found };
    });
    if (early?.screen === 'question' && this.#loaded) {
      this.#options.onMilestone('start');
      this.#route = nextRoute(placeOf(this.#loaded));
      this.#trail.push(this.#route);
    }
    this.#draw();
    if (early && !this.#fault) goOnFrom(early, root);
    void fetchCalendarAhead(this.#options.files);
  }

  /** What the page showed while it opened, whose language may be changed even while that one is learnt. */
  async #learnEarly(root: HTMLElement): Promise<Early | null> {
    let early = readEarly(root);
    for (let learnt = this.#words?.lang; early && learnt && learnt !== early.lang;) {
      learnt = early.lang;
      await this.#learn(learnt);
      early = readEarly(root);
    }
    return early;
  }

  async #load(lang: Lang): Promise<void> {
    const { files, settings } = this.#options;
    const bundleText = loadBundle(files, settings.pack);
    const core = loadCore(files, settings.pack);
    const words = loadWords(files, lang);
    // Each is awaited in turn below; one that fails early must not count as unhandled meanwhile.
    core.catch(() => undefined);
    bundleText.catch(() => undefined);
    try {
      this.#words = await words;
      const bundle = readBundle(await bundleText);
      const [packWords, opened] = await Promise.all([loadPackWords(files, bundle, lang), core]);
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
    await this.#load(this.#words?.lang ?? this.#options.settings.lang);
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
        this.#goToProgramme(programme);
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
        this.#goToProgramme(programme);
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
      goTo: (id) => this.#goTo(id),
      goToProgramme: (id) => this.#goToProgramme(id),
      showMore: (heading) => this.#showMore(heading),
      showAll: () => {
        this.#showsAll = true;
        this.#draw();
        this.#goTo(PROGRAMMES);
      },
      interview: (how) => this.#interview(how),
      keepIn: (place) => this.#keepIn(place),
      saveFile: () => this.#saveFile(),
      openFile: (file) => void this.#openFile(file),
      keepOffline: () => void this.#changeOfflineCopy(keepOfflineCopy, 'done', 'failed'),
      removeOffline: () =>
        void this.#changeOfflineCopy(removeOfflineCopy, 'removed', 'remove-failed'),
      saveCalendar: () => void this.#saveCalendar(),
      print: () => window.print(),
      copy: (text) => void this.#copy(text),
      share: (question, shared) => {
        if (shared) this.#shared.add(question);
        else this.#shared.delete(question);
        this.#draw();
      },
      back: () => this.#trail.back(),
      clear: () => {
        tellOtherTabsToClear();
        this.#clear();
      },
      confirmClear: (open) => {
        this.#clearing = open;
        this.#draw();
        this.#find(open ? 'clear-not' : 'clear')?.focus();
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
    this.#find(field)?.focus();
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

  async #lookForCopy(): Promise<void> {
    if (this.#options.standing !== 'page' || this.#offline === 'working') return;
    this.#offline = await findOfflineCopy();
    this.#draw();
  }

  async #changeOfflineCopy(
    change: () => Promise<void>,
    done: 'done' | 'removed',
    failed: 'failed' | 'remove-failed',
  ): Promise<void> {
    this.#offline = 'working';
    this.#tellOfCopy('working');
    let outcome: typeof done | typeof failed = done;
    try {
      await change();
    } catch {
      outcome = failed;
    }
    this.#offline = await findOfflineCopy();
    this.#tellOfCopy(outcome);
  }

  #tellOfCopy(what: string): void {
    this.#told = { message: { key: `offline.${what}` as TextKey, at: 'top' } };
    this.#draw();
  }

  async #saveCalendar(): Promise<void> {
    try {
      const planCalendar = await loadCalendar(this.#options.files);
      const view = this.#view();
      const plan = view?.assessment.plan;
      if (view && plan) download('waymark-plan.ics', 'text/calendar', planCalendar(view, plan));
    } catch (error) {
      console.error('Waymark:', error instanceof Error ? error.message : error);
      this.#told = { message: { key: 'take.calendar-failed', at: 'take' } };
      this.#draw();
    }
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
    this.#trail.push(route);
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
    if (this.#route.screen === 'keep') void this.#lookForCopy();
    this.#draw();
    moveFocus(this.#options.root);
    // Back from one line of a long list, people land on that line.
    if (from.screen === 'question' && from.returnTo === 'check' && this.#route.screen === 'check')
      this.#find(changeId(from.question))?.focus();
  }

  #clear(): void {
    this.#keeper.clear();
    this.#shared.clear();
    this.#leftResultsAt = null;
    this.#try(({ assessor }) => assessor.clear());
    this.#isComplete = false;
    this.#showsAll = false;
    this.#unfolded = nothingUnfolded();
    this.#trail.restart(START);
    this.#arrive(START, { message: { key: 'clear.done', at: 'top' } });
  }

  async #speak(lang: Lang): Promise<void> {
    await this.#learn(lang);
    this.#draw();
  }

  async #learn(lang: Lang): Promise<void> {
    const { files } = this.#options;
    try {
      const [words, packWords] = await Promise.all([
        loadWords(files, lang),
        this.#loaded ? loadPackWords(files, this.#loaded.bundle, lang) : null,
      ]);
      this.#words = words;
      if (this.#loaded && packWords) this.#loaded.packWords = packWords;
    } catch {
      this.#told = { ...this.#told, message: { key: 'language.failed', at: 'top' } };
    }
  }

  #view(): View | null {
    if (!this.#loaded || !this.#words) return null;
    const { bundle, packWords, assessor } = this.#loaded;
    const { before = null, opened = null, message = null } = this.#told;
    const { answers } = assessor;
    const { standing, settings } = this.#options;
    return {
      route: this.#route,
      words: this.#words,
      pack: packWords,
      bundle,
      today: assessor.today,
      answers,
      about: assessor.about,
      assessment: this.#shown(assessor.assessment),
      interview: assessor.interview,
      standing,
      start: settings.start,
      choice: this.#choice,
      unfolded: this.#unfolded,
      own: assessor.own,
      since: assessor.since,
      opened,
      keptIn: this.#keeper.place,
      places: this.#keeper.places,
      offline: this.#offline,
      shared: this.#shared,
      before: before && { ...before, assessment: this.#shown(before.assessment) },
      problems: this.#problems,
      message,
      canGoBack: this.#trail.canGoBack,
      canClear:
        this.#route.screen !== 'start' || Object.keys(answers).length > 0 || this.#keeper.holds,
      clearing: this.#clearing,
      actions: this.#actions,
    };
  }

  /** What the partner asked for, until the person asks for all. */
  get #choice(): Choice {
    const { choice } = this.#options.settings;
    return this.#showsAll ? { ...choice, only: [] } : choice;
  }

  #shown(assessment: OutlinedAssessment): OutlinedAssessment {
    return shownAssessment(assessment, this.#choice);
  }

  get #listedPack(): string | null {
    const { files, settings } = this.#options;
    return files.has(`packs/${settings.pack}/bundle.json`) ? settings.pack : null;
  }

  #find(id: string): HTMLElement | null {
    return this.#options.root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  }

  /** Moves to a heading or field of this screen by script, so that the address never names what it says. */
  #goTo(id: string): void {
    const target = this.#find(id);
    const folded = target?.closest('details');
    if (folded) folded.open = true;
    target?.focus();
  }

  #goToProgramme(id: string): void {
    if (!this.#find(cardId(id))) {
      this.#unfolded.besides.add(id);
      this.#draw();
    }
    this.#goTo(cardNameId(id));
  }

  /** Draws more programmes of a heading, and goes to the first of them. */
  #showMore(heading: Heading): void {
    const before = this.#drawnUnder(heading);
    this.#unfolded.times[heading] += 1;
    this.#draw();
    const first = this.#drawnUnder(heading).find((id) => !before.includes(id));
    if (first !== undefined) this.#goTo(cardNameId(first));
  }

  #drawnUnder(heading: Heading): string[] {
    const view = this.#view();
    return view ? groupOf(view, heading).drawn.map(({ id }) => id) : [];
  }

  /** What is drawn of the results has its reasons. */
  #explain(): void {
    if (this.#route.screen !== 'results' || this.#fault) return;
    this.#try(({ assessor }) => {
      const assessment = this.#shown(assessor.assessment);
      const choice = this.#choice;
      assessor.explain(toExplain({ assessment, choice, unfolded: this.#unfolded }));
    });
  }

  #draw(): void {
    const { root, standing } = this.#options;
    const words = this.#words;
    if (!words) {
      root.replaceChildren(this.#options.nothingArrived());
      return;
    }
    this.#explain();
    const view = this.#view();
    const document = standing === 'inline' ? null : root.ownerDocument;
    const speaking = document?.documentElement ?? root;
    speaking.lang = words.lang;
    speaking.dir = words.direction;
    if (document) document.title = titleOf(words, view);
    const screen =
      this.#fault || !view
        ? faultScreen(words, this.#fault ?? 'crashed', this.#listedPack, () => void this.#retry())
        : // A new screen gets new elements, so that nothing typed on the last one lingers in it.
          frameOf(view, keyed(JSON.stringify(view.route), screenOf(view)));
    render(whole(words, standing, screen, this.#actions), root);
  }
}

function placeOf({ bundle, assessor }: Loaded): Place {
  return { bundle, answers: assessor.answers, assessment: assessor.assessment };
}
