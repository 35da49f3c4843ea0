/** The files of the site that the tool fetches: where each is, and the hash that it must have. */

import { scriptAddress } from './script-address.ts';

/** By the plain name of each file: its path beside the page's script, and its integrity. Empty: any content will do. */
export type SiteTable = Readonly<Record<string, readonly [path: string, integrity: string]>>;

export class SiteFiles {
  readonly #table: SiteTable;
  readonly #root: URL;

  /** @param root the folder that the paths start from. */
  constructor(table: SiteTable, root: URL) {
    this.#table = table;
    this.#root = root;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#table, name);
  }

  /** Asks for a file of the table. Rejects, as `fetch` does, where it does not arrive or is not what was built. */
  fetch(name: string): Promise<Response> {
    const { address, integrity } = this.#find(name);
    return fetch(address, { credentials: 'same-origin', ...(integrity && { integrity }) });
  }

  /** Runs a script of the table, if it is what was built. Rejects where it does not arrive or is another. */
  async import(name: string): Promise<unknown> {
    const { address, integrity } = this.#find(name);
    return importChecked(address, integrity);
  }

  #find(name: string): { address: URL; integrity: string } {
    const [path, integrity] = this.#table[name] ?? [name, ''];
    return { address: new URL(path, this.#root), integrity };
  }
}

/** A module is run once for its address, so that the import after the element gets what the element has checked. */
export async function importChecked(address: URL, integrity: string): Promise<unknown> {
  const script = document.createElement('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = integrity;
  script.src = scriptAddress(address);
  try {
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new TypeError(`${address.pathname} did not load`));
      document.head.append(script);
    });
  } finally {
    script.remove();
  }
  return import(address.href);
}
