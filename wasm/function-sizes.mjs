// Lists the largest functions of a module that was linked with --profiling-funcs, which keeps their names.
//
// node wasm/function-sizes.mjs MODULE [COUNT]
import { readFile } from 'node:fs/promises';

const [file, count = '30'] = process.argv.slice(2);
if (file === undefined) {
  console.error('node wasm/function-sizes.mjs MODULE [COUNT]');
  process.exit(2);
}
const module = new WebAssembly.Module(await readFile(file));
const imported = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function');

/** Reads the numbers, texts and stretches that a module is made of. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }
  stretch(length) {
    const from = this.at;
    this.at += length;
    return this.bytes.subarray(from, this.at);
  }
}

/** The bytes of the code of each function that the module defines. */
function sizesOf(bytes) {
  const reader = new Reader(bytes);
  reader.stretch(8);
  while (reader.at < bytes.length) {
    const [kind] = reader.stretch(1);
    const section = new Reader(reader.stretch(reader.number()));
    if (kind !== 10) continue;
    return Array.from({ length: section.number() }, () => section.stretch(section.number()).length);
  }
  return [];
}

/** The names of functions, imported ones first, as the name section has them. */
function namesOf(section) {
  const names = new Map();
  const reader = new Reader(new Uint8Array(section));
  while (reader.at < reader.bytes.length) {
    const [kind] = reader.stretch(1);
    const part = new Reader(reader.stretch(reader.number()));
    if (kind !== 1) continue;
    for (let left = part.number(); left > 0; left--) {
      const index = part.number();
      names.set(index, new TextDecoder().decode(part.stretch(part.number())));
    }
  }
  return names;
}

const [section] = WebAssembly.Module.customSections(module, 'name');
if (section === undefined) {
  console.error(`${file} names no functions: link it with --profiling-funcs`);
  process.exit(1);
}
const names = namesOf(section);
const functions = sizesOf(await readFile(file))
  .map((size, index) => ({ size, name: names.get(index + imported.length) ?? `function ${index}` }))
  .sort((a, b) => b.size - a.size);
const total = functions.reduce((sum, { size }) => sum + size, 0);
console.log(`${functions.length} functions, ${total} bytes`);
for (const { size, name } of functions.slice(0, Number(count)))
  console.log(`${String(size).padStart(7)}  ${name}`);
