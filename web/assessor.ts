/** The person's answers and what the core says about them. Lives in memory only and forgets on demand. */
import { byId } from './by-id.ts';
import type { OpenPack } from './engine.ts';
import { isExplained } from './explained.ts';
import type { Today } from './today.ts';
import type {
  Answer,
  Answers,
  Comparison,
  Interview,
  Occasion,
  OutlinedAssessment,
  RestoredAnswers,
  SaveFile,
} from './types.ts';

/** Answers that were kept elsewhere, and how they were asked for. */
export interface Kept {
  file: string;
  about: string[];
  interview: Interview;
}

export class Assessor {
  answers: Answers = {};
  /** The person's own answers, while others are being tried. */
  own: Answers | null = null;
  /** Questions whose month was a guess, for the words of the answer alone. */
  readonly about = new Set<string>();
  readonly today: Today;
  /** With the reasons for those programmes that were asked for. */
  assessment: OutlinedAssessment;
  /** What changed since the answers that were opened were saved. */
  since: Comparison | null = null;
  readonly #core: OpenPack;
  #interview: Interview = 'full';
  #earlier: Occasion | null = null;
  #explained: string[] = [];

  /** @throws EngineError as `OpenPack.assess` does. */
  constructor(core: OpenPack, today: Today) {
    this.#core = core;
    this.today = today;
    this.assessment = this.#assess();
  }

  get interview(): Interview {
    return this.#interview;
  }

  /** @throws EngineError as `OpenPack.assess` does. */
  set interview(interview: Interview) {
    this.#interview = interview;
    this.assessment = this.#assess();
  }

  /** Has these programmes explained, now and from here on. @throws EngineError as `OpenPack.assess` does. */
  explain(programmes: string[]): void {
    const isTold = (id: string): boolean => {
      const programme = byId(this.assessment.programmes, id);
      return !programme || isExplained(programme);
    };
    if (programmes.every(isTold)) return;
    this.#explained = programmes;
    this.assessment = this.#assess();
  }

  /** Takes one answer in. @throws EngineError as `OpenPack.assess` does. */
  answer(question: string, answer: Answer, about = false): void {
    if (this.own) this.own = { ...this.own, [question]: answer };
    this.answers = { ...this.answers, [question]: answer };
    if (about) this.about.add(question);
    else this.about.delete(question);
    this.#reassess();
  }

  /** Shows what other answers would come to, and remembers the person's own. @throws EngineError */
  attempt(others: Answers): void {
    this.own ??= this.answers;
    this.answers = { ...this.answers, ...others };
    this.#reassess();
  }

  /** Back to the person's own answers, or on with those that were tried. @throws EngineError */
  endAttempt(keep: boolean): void {
    if (this.own && !keep) this.answers = this.own;
    this.own = null;
    this.#reassess();
  }

  /** The person's own answers as a save file. @throws EngineError as `OpenPack.save` does. */
  save(): SaveFile {
    return this.#core.save(this.own ?? this.answers, this.today.date);
  }

  /**
   * Puts the answers of a save file in the place of all that was said so far, and compares from then on.
   * @throws EngineError as `OpenPack.restore` does, and then nothing has changed.
   */
  restore({ file, about, interview }: Kept): RestoredAnswers {
    const restored = this.#core.restore(file, this.today.date);
    this.clear();
    this.#interview = interview;
    this.answers = restored.answers;
    for (const question of about) if (question in this.answers) this.about.add(question);
    if (restored.saved < this.today.date)
      this.#earlier = { today: restored.saved, answers: restored.answers };
    this.#reassess();
    return restored;
  }

  /** Goes on from where another left off, whose core has failed. @throws EngineError as `OpenPack.assess` does. */
  takeOver(other: Assessor): void {
    this.answers = other.answers;
    this.own = other.own;
    this.#interview = other.#interview;
    this.#earlier = other.#earlier;
    for (const question of other.about) this.about.add(question);
    this.#reassess();
  }

  /** @throws EngineError as `OpenPack.assess` does. */
  clear(): void {
    this.answers = {};
    this.own = null;
    this.about.clear();
    this.#earlier = null;
    this.#explained = [];
    this.#reassess();
  }

  #reassess(): void {
    this.assessment = this.#assess();
    this.since =
      this.#earlier &&
      this.#core.compare(this.#earlier, { today: this.today.date, answers: this.answers });
  }

  #assess(): OutlinedAssessment {
    return this.#core.assess(this.answers, this.today.date, {
      interview: this.#interview,
      detail: this.#explained,
    });
  }
}
