/** Finds what has an id in a list that does not change once it is there, however long it is. */
const tables = new WeakMap<readonly object[], Map<string, object>>();

export function byId<T extends { id: string }>(list: readonly T[], id: string): T | undefined {
  let table = tables.get(list) as Map<string, T> | undefined;
  if (!table) {
    table = new Map(list.map((each) => [each.id, each]));
    tables.set(list, table);
  }
  return table.get(id);
}
