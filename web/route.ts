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

export class RouteHistory {
  #depth = 0;

  /** @param onMove called when the person uses the browser's own back or forward. */
  constructor(onMove: (route: Route) => void) {
    window.addEventListener('popstate', ({ state }) => {
      const entry = readEntry(state);
      this.#depth = entry?.depth ?? 0;
      onMove(entry?.route ?? START);
    });
  }

  /** Whether there is a screen of ours to go back to. */
  get canGoBack(): boolean {
    return this.#depth > 0;
  }

  push(route: Route): void {
    this.#depth += 1;
    history.pushState(this.#entry(route), '');
  }

  replace(route: Route): void {
    history.replaceState(this.#entry(route), '');
  }

  back(): void {
    history.back();
  }

  /** Forgets how the person came here: the present entry becomes the first. */
  restart(route: Route): void {
    this.#depth = 0;
    this.replace(route);
  }

  #entry(route: Route): Entry {
    return { waymark: 1, depth: this.#depth, route };
  }
}

function readEntry(state: unknown): Entry | null {
  return (state as Entry | null)?.waymark === 1 ? (state as Entry) : null;
}
