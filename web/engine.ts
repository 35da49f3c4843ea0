/**
 * The core behind a typed door. This is the only file that touches the module's memory:
 * a questionnaire goes in as bytes, texts as UTF-8, results come out as JSON. Runs in browsers and in Node alike.
 */
import { emscripten_notify_memory_growth, proc_exit } from './core-imports.ts';
import type {
  Answers,
  Assessment,
  AssessmentOptions,
  Comparison,
  Diagnostic,
  Interview,
  IsoDate,
  Occasion,
  OutlinedAssessment,
  RestoredAnswers,
  SaveFile,
} from './types.ts';

/** Why the core cannot answer: `network` (not fetched), `refused` (WebAssembly is not allowed here),
 * `pack` (the questionnaire's file is at fault, see `diagnostics`), `request` (the answers are unusable), `file` (the save file is
 * refused, see `diagnostics`), `crashed` (a defect in the core). */
export type EngineFault = 'network' | 'refused' | 'pack' | 'request' | 'file' | 'crashed';

/** What every function of this file throws. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly fault: EngineFault;
  readonly diagnostics: Diagnostic[];

  constructor(
    fault: EngineFault,
    message: string,
    options: { cause?: unknown; diagnostics?: Diagnostic[] } = {},
  ) {
    super(message, { cause: options.cause });
    this.fault = fault;
    this.diagnostics = options.diagnostics ?? [];
  }
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  waymark_allocate(size: number): number;
  waymark_release(pointer: number): void;
  waymark_open(pointer: number, length: number): number;
  waymark_close(handle: number): void;
  waymark_assess(handle: number, pointer: number, length: number): void;
  waymark_encode(handle: number, pointer: number, length: number): void;
  waymark_decode(handle: number, pointer: number, length: number): void;
  waymark_compare(handle: number, pointer: number, length: number): void;
  waymark_result(): number;
  waymark_result_size(): number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One instance of the core. Several packs may be open in it. */
export class Engine {
  readonly #exports: Exports;

  private constructor(exports: Exports) {
    this.#exports = exports;
  }

  /**
   * Starts the core as WebAssembly.
   * @param source the module's bytes, or the answer to a request for them.
   * @throws EngineError `network` or `refused`.
   */
  static async load(source: BufferSource | Response): Promise<Engine> {
    if (typeof WebAssembly === 'undefined') {
      throw new EngineError('refused', 'This browser does not run WebAssembly.');
    }
    const isResponse = typeof Response !== 'undefined' && source instanceof Response;
    return Engine.#start(
      isResponse ? await fromResponse(source) : await fromBytes(source as BufferSource),
    );
  }

  /**
   * Starts a core that is there already: as JavaScript, where WebAssembly is refused, or as started by the caller.
   * @param exports what the module exports; see `wasm/abi.h`.
   * @throws EngineError `crashed`.
   */
  static fromExports(exports: unknown): Engine {
    return Engine.#start(exports as Exports);
  }

  static #start(exports: Exports): Engine {
    try {
      exports._initialize();
    } catch (cause) {
      throw new EngineError('crashed', 'The core stopped while starting.', { cause });
    }
    return new Engine(exports);
  }

  /**
   * Opens a questionnaire.
   * @param compiled the bytes of its `model.bin`.
   * @throws EngineError `pack` with the core's diagnostics, or `crashed`.
   */
  open(compiled: Uint8Array): OpenPack {
    const exports = this.#exports;
    return guard(() => {
      const handle = withInput(exports, compiled, (at, size) => exports.waymark_open(at, size));
      const { diagnostics } = readResult<{ diagnostics: Diagnostic[] }>(exports);
      if (handle === 0) {
        throw new EngineError('pack', 'The questionnaire was refused.', { diagnostics });
      }
      return new OpenPack(exports, handle, diagnostics);
    });
  }
}

/** One questionnaire, ready to assess people with. */
export class OpenPack {
  readonly #exports: Exports;
  #handle: number;
  /** What the core remarked while it opened. */
  readonly diagnostics: readonly Diagnostic[];

  /** For `Engine.open` alone. */
  constructor(exports: Exports, handle: number, diagnostics: Diagnostic[]) {
    this.#exports = exports;
    this.#handle = handle;
    this.diagnostics = diagnostics;
  }

  /**
   * All that the core says about one person. Pure: the same input gives the same assessment.
   * @param answers what was said so far; unusable entries come back as diagnostics and the rest still counts.
   * @param today the date to assess at, `YYYY-MM-DD`.
   * @param options `interview`: how the next question is picked, absent means `full`; `detail`: which programmes to
   * explain, absent means all.
   * @throws EngineError `request` when nothing could be assessed, or `crashed`.
   */
  assess(answers: Answers, today: IsoDate, options?: { interview?: Interview }): Assessment;
  assess(answers: Answers, today: IsoDate, options: AssessmentOptions): OutlinedAssessment;
  assess(answers: Answers, today: IsoDate, options: AssessmentOptions = {}): OutlinedAssessment {
    const result = this.#ask<OutlinedAssessment>('waymark_assess', { today, answers, ...options });
    if (!Array.isArray(result.needs)) throw unusable(result);
    return result;
  }

  /**
   * The answers as the text of a save file. Months become the month that they mean, so that they grow with time.
   * @param answers what was said so far; unusable entries are not in the file and come back as diagnostics.
   * @param today the day on which they are saved.
   * @throws EngineError `request` when there is no file, or `crashed`.
   */
  save(answers: Answers, today: IsoDate): SaveFile {
    const result = this.#ask<SaveFile>('waymark_encode', { today, answers });
    if (typeof result.file !== 'string') throw unusable(result);
    return result;
  }

  /**
   * The answers of a save file that still mean the same, and which ones do not and why.
   * @param file its text.
   * @param today the day at which the answers are to count; absent, the day on which they were saved.
   * @throws EngineError `file` with the core's diagnostics when it is refused, or `crashed`.
   */
  restore(file: string, today?: IsoDate): RestoredAnswers {
    const result = this.#ask<RestoredAnswers>('waymark_decode', { today, file });
    if (result.answers === undefined) {
      throw new EngineError('file', 'The file was refused.', { diagnostics: result.diagnostics });
    }
    return result;
  }

  /**
   * What changed from one occasion to another. Pure, as `assess` is; either may be the earlier one.
   * @throws EngineError `request` when nothing could be compared, or `crashed`.
   */
  compare(before: Occasion, after: Occasion): Comparison {
    const result = this.#ask<Comparison>('waymark_compare', { before, after });
    if (!Array.isArray(result.needs)) throw unusable(result);
    return result;
  }

  #ask<T>(
    what: 'waymark_assess' | 'waymark_encode' | 'waymark_decode' | 'waymark_compare',
    request: object,
  ): T {
    if (this.#handle === 0) throw new EngineError('request', 'This questionnaire was closed.');
    const exports = this.#exports;
    return guard(() => {
      withInput(exports, JSON.stringify(request), (at, size) =>
        exports[what](this.#handle, at, size),
      );
      return readResult<T>(exports);
    });
  }

  /** Frees the questionnaire. Harmless when called twice. */
  close(): void {
    if (this.#handle === 0) return;
    this.#exports.waymark_close(this.#handle);
    this.#handle = 0;
  }
}

function unusable({ diagnostics }: { diagnostics: Diagnostic[] }): EngineError {
  return new EngineError('request', 'The answers could not be read.', { diagnostics });
}

/** Copies what is given into the module for the length of one call. */
function withInput<T>(
  exports: Exports,
  input: string | Uint8Array,
  call: (pointer: number, length: number) => T,
): T {
  const bytes = typeof input === 'string' ? encoder.encode(input) : input;
  const pointer = exports.waymark_allocate(bytes.length);
  if (pointer === 0 && bytes.length > 0) {
    throw new EngineError('crashed', 'The core ran out of memory.');
  }
  try {
    new Uint8Array(exports.memory.buffer, pointer, bytes.length).set(bytes);
    return call(pointer, bytes.length);
  } finally {
    exports.waymark_release(pointer);
  }
}

/** The last call's result. The memory may have grown in that call, so its buffer is read anew. */
function readResult<T>(exports: Exports): T {
  const pointer = exports.waymark_result() >>> 0;
  const bytes = new Uint8Array(exports.memory.buffer, pointer, exports.waymark_result_size());
  return JSON.parse(decoder.decode(bytes)) as T;
}

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw new EngineError('crashed', 'The core stopped unexpectedly.', { cause });
  }
}

/** What a standalone module may ask for. */
const imports: WebAssembly.Imports = {
  wasi_snapshot_preview1: { proc_exit },
  env: { emscripten_notify_memory_growth },
};

async function fromResponse(response: Response): Promise<Exports> {
  if (!response.ok) {
    throw new EngineError('network', `The core could not be fetched (${response.status}).`);
  }
  // A host that does not know .wasm sends another type, which streaming refuses.
  const streams =
    'instantiateStreaming' in WebAssembly &&
    response.headers.get('Content-Type')?.startsWith('application/wasm');
  if (!streams) return fromBytes(await body(response));
  try {
    const { instance } = await WebAssembly.instantiateStreaming(response, imports);
    return instance.exports as unknown as Exports;
  } catch (cause) {
    throw instantiationError(cause);
  }
}

async function fromBytes(bytes: BufferSource): Promise<Exports> {
  try {
    const { instance } = await WebAssembly.instantiate(bytes, imports);
    return instance.exports as unknown as Exports;
  } catch (cause) {
    throw instantiationError(cause);
  }
}

async function body(response: Response): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (cause) {
    throw new EngineError('network', 'The core arrived incomplete.', { cause });
  }
}

/** A broken stream surfaces as a TypeError; everything else means that the browser will not run it. */
function instantiationError(cause: unknown): EngineError {
  return cause instanceof TypeError
    ? new EngineError('network', 'The core arrived incomplete.', { cause })
    : new EngineError('refused', 'This browser does not allow WebAssembly here.', { cause });
}
