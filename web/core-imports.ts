/** The few system calls that the core may ask for. None of them does anything here. */

export function proc_exit(code: number): never {
  throw new Error(`The core stopped with code ${code}.`);
}

export function emscripten_notify_memory_growth(): void {}
