/** The table of the site's files: where each is, and the hash that it must have. */

/** By the plain name of each file: its path beside the page's script, and its integrity. Empty: any content will do. */
export type SiteTable = Readonly<Record<string, readonly [path: string, integrity: string]>>;

/** Where a file is. One that the table does not name is looked for under its own name. */
export function placeOf(
  table: SiteTable,
  root: URL,
  name: string,
): { address: URL; integrity: string } {
  const [path, integrity] = table[name] ?? [name, ''];
  return { address: new URL(path, root), integrity };
}

/** Asks for a file. Rejects, as `fetch` does, where it does not arrive or is not what was built. */
export function fetchChecked(table: SiteTable, root: URL, name: string): Promise<Response> {
  const { address, integrity } = placeOf(table, root, name);
  return fetch(address, { credentials: 'same-origin', ...(integrity && { integrity }) });
}
