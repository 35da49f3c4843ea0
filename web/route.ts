/**
 * Where the person is, kept in the browser's history so that its back and forward buttons work.
 * A route names a screen and at most a question and a step: never an answer, and nothing in the address.
 */

/** Where "Continue" leads after one answer: on through the questions, or back to a list it was changed from. */
export type ReturnTo = 'next' | 'check' | 'results';

export type Route =
  | { screen: 'start' | 'notice' | 'check' | 'results' | 'keep' }
  | {
      screen: 'question';
      question: string;
      /** For topics: 0 picks them, and n rates the nth that was picked. Otherwise 0. */
      step: number;
      returnTo: ReturnTo;
    };

export const START: Route = { screen: 'start' };

export function questionRoute(
  question: string,
  returnTo: ReturnTo,
): Route & { screen: 'question' } {
  return { screen: 'question', question, step: 0, returnTo };
}

interface Entry {
  waymark: 1;
  depth: number;
  route: Route;
}

/** The way that the person came. */
export interface Trail {
  /** Whether there is a screen of ours to go back to. */
  readonly canGoBack: boolean;
  push(route: Route): void;
  back(): void;
  /** Forgets how the person came here: the present entry becomes the first. */
  restart(route: Route): void;
}

/** A trail of the tool's own, in a page whose history is not the tool's to change. */
export class OwnTrail implements Trail {
  readonly #onMove: (route: Route) => void;
  #routes: Route[] = [];

  /** @param onMove called when the person goes back. */
  constructor(onMove: (route: Route) => void) {
    this.#onMove = onMove;
  }

  get canGoBack(): boolean {
    return this.#routes.length > 1;
  }

  push(route: Route): void {
    this.#routes.push(route);
  }

  back(): void {
    if (!this.canGoBack) return;
    this.#routes.pop();
    this.#onMove(this.#routes.at(-1) ?? START);
  }

  restart(route: Route): void {
    this.#routes = [route];
  }
}

/** The trail in the browser's history. */
export class RouteHistory implements Trail {
  #depth = 0;

  /** @param onMove called when the person uses the browser's own back or forward. */
  constructor(onMove: (route: Route) => void) {
    window.addEventListener('popstate', ({ state }) => {
      const entry = readEntry(state);
      this.#depth = entry?.depth ?? 0;
      onMove(entry?.route ?? START);
    });
  }

  get canGoBack(): boolean {
    return this.#depth > 0;
  }

  push(route: Route): void {
    this.#depth += 1;
    history.pushState(this.#entry(route), '');
  }

  back(): void {
    history.back();
  }

  restart(route: Route): void {
    this.#depth = 0;
    history.replaceState(this.#entry(route), '');
  }

  #entry(route: Route): Entry {
    return { waymark: 1, depth: this.#depth, route };
  }
}

function readEntry(state: unknown): Entry | null {
  return (state as Entry | null)?.waymark === 1 ? (state as Entry) : null;
}
