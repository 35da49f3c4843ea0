/** A folder of the site being written: each file once, with the hash of what it holds. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Letters of the hash that stand in a file's name. */
const IN_NAME = 10;

/** The hash of some contents, as browsers are told it. */
export function integrityOf(contents) {
  return `sha256-${createHash('sha256').update(contents).digest('base64')}`;
}

export class SiteFolder {
  #out;
  /** By the plain name of each file: the path it is served at, its integrity as in HTML, and its bytes. */
  files = new Map();

  constructor(out) {
    this.#out = out;
  }

  /** A file whose address changes with what it holds, so that browsers may keep it for ever. */
  async addHashed(name, contents) {
    const { dir, name: stem, ext } = path.posix.parse(name);
    const hash = createHash('sha256').update(contents).digest('base64url').slice(0, IN_NAME);
    return this.#write(name, path.posix.join(dir, `${stem}-${hash}${ext}`), contents);
  }

  /** A file that others link to, under its own name. */
  async addNamed(name, contents) {
    return this.#write(name, name, contents);
  }

  /** Where a file that is already there is served, and its integrity. */
  find(name) {
    const file = this.files.get(name);
    if (!file) throw new Error(`${name} is not in the site`);
    return file;
  }

  /** A file that servers may send in the place of another, and that no page names. */
  async addBeside(served, contents) {
    const target = path.join(this.#out, served);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, contents);
  }

  async #write(name, served, contents) {
    const bytes = Buffer.from(contents);
    const integrity = integrityOf(bytes);
    await this.addBeside(served, bytes);
    const file = { path: served, integrity, bytes };
    this.files.set(name, file);
    return file;
  }
}
