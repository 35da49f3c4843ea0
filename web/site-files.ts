/** The files of the site that the tool fetches. */
import { scriptAddress } from './script-address.ts';
import { fetchChecked, placeOf, type SiteTable } from './site-table.ts';

/** Answers that are on their way, by the plain name of the file. */
export type Fetched = Map<string, Promise<Response>>;

export class SiteFiles {
  readonly #table: SiteTable;
  readonly #root: URL;
  readonly #fetched: Fetched;

  /**
   * @param root the folder that the paths start from.
   * @param fetched what has been asked for already; each serves once, as an answer can be read once.
   */
  constructor(table: SiteTable, root: URL, fetched: Fetched = new Map()) {
    this.#table = table;
    this.#root = root;
    this.#fetched = fetched;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#table, name);
  }

  /** Asks for a file of the table. Rejects, as `fetch` does, where it does not arrive or is not what was built. */
  fetch(name: string): Promise<Response> {
    const fetched = this.#fetched.get(name);
    this.#fetched.delete(name);
    return fetched ?? fetchChecked(this.#table, this.#root, name);
  }

  /** Runs a script of the table, if it is what was built. Rejects where it does not arrive or is another. */
  async import(name: string): Promise<unknown> {
    const { address, integrity } = placeOf(this.#table, this.#root, name);
    return importChecked(address, integrity);
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
