/** The person's answers and what the core says about them. Lives in memory only and forgets on demand. */
import type { OpenPack } from './engine.ts';
import type { Today } from './today.ts';
import type { Answer, Answers, Assessment } from './types.ts';

export class Assessor {
  answers: Answers = {};
  /** Questions whose month was a guess, for the words of the answer alone. */
  readonly about = new Set<string>();
  readonly #core: OpenPack;
  readonly today: Today;
  assessment: Assessment;

  /** @throws EngineError as `OpenPack.assess` does. */
  constructor(core: OpenPack, today: Today) {
    this.#core = core;
    this.today = today;
    this.assessment = core.assess({}, today.date);
  }

  /** Takes one answer in. @throws EngineError as `OpenPack.assess` does. */
  answer(question: string, answer: Answer, about = false): void {
    this.answers = { ...this.answers, [question]: answer };
    if (about) this.about.add(question);
    else this.about.delete(question);
    this.assessment = this.#core.assess(this.answers, this.today.date);
  }

  /** @throws EngineError as `OpenPack.assess` does. */
  clear(): void {
    this.answers = {};
    this.about.clear();
    this.assessment = this.#core.assess({}, this.today.date);
  }
}
