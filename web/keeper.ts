/** Keeps the answers of one questionnaire where the person chose, and brings them back. */
import type { Assessor } from './assessor.ts';
import { EngineError } from './engine.ts';
import { findKept, forget, forgetAll, keep, type Keeping, type Storing } from './keeping.ts';
import type { Diagnostic, IsoDate, RestoredAnswers } from './types.ts';

/** What came of opening answers that were saved. */
export interface Opened {
  from: 'file' | 'tab' | 'device';
  saved: IsoDate;
  /** Answers that no longer mean the same, and were left out. */
  dropped: Diagnostic[];
}

/** Why saved answers could not be opened: a code of the core, or `unreadable`. */
export interface Refused {
  from: Opened['from'];
  code: string;
}

export class Keeper {
  readonly #pack: string;
  readonly #stores: readonly Storing[];
  #place: Keeping = 'memory';
  #holdsRefused = false;

  /** @param stores where answers may be kept beside memory. */
  constructor(pack: string, stores: readonly Storing[]) {
    this.#pack = pack;
    this.#stores = stores;
  }

  /** Where the person may have their answers kept. */
  get places(): Keeping[] {
    return ['memory', ...this.#stores];
  }

  get place(): Keeping {
    return this.#place;
  }

  /** Whether the browser holds anything of ours, be it such as cannot be opened. */
  get holds(): boolean {
    return this.#place !== 'memory' || this.#holdsRefused;
  }

  /** What an earlier visit kept, if any. It stays where it is, also where it cannot be opened. */
  openKept(assessor: Assessor): Opened | Refused | null {
    const found = this.#stores.length > 0 ? findKept(this.#pack) : null;
    if (found === null) return null;
    const { place, kept } = found;
    const opened: Opened | Refused =
      kept === 'unreadable'
        ? { from: place, code: 'unreadable' }
        : attemptToOpen(place, () => assessor.restore(kept));
    if ('code' in opened) this.#holdsRefused = true;
    else this.#place = place;
    return opened;
  }

  openFile(assessor: Assessor, file: string): Opened | Refused {
    const { interview } = assessor;
    return attemptToOpen('file', () => assessor.restore({ file, about: [], interview }));
  }

  /** @returns whether the browser took the answers; if not, nothing has changed. */
  choose(place: Keeping, assessor: Assessor): boolean {
    const before = this.#place;
    this.#place = place;
    if (!this.update(assessor)) {
      this.#place = before;
      return false;
    }
    if (before !== 'memory' && before !== place) forget(before, this.#pack);
    return true;
  }

  /** Keeps the answers as they are now. @returns whether they are where the person wanted them. */
  update(assessor: Assessor): boolean {
    if (this.#place === 'memory') return true;
    const { file } = assessor.save();
    const { about, interview } = assessor;
    return keep(this.#place, this.#pack, { file, about: [...about], interview });
  }

  clear(): void {
    this.#place = 'memory';
    this.#holdsRefused = false;
    if (this.#stores.length > 0) forgetAll();
  }
}

function attemptToOpen(from: Opened['from'], open: () => RestoredAnswers): Opened | Refused {
  try {
    const { saved, dropped } = open();
    return { from, saved, dropped };
  } catch (error) {
    if (!(error instanceof EngineError) || error.fault !== 'file') throw error;
    return { from, code: error.diagnostics[0]?.code ?? 'unreadable' };
  }
}
