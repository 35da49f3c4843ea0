/** Programs that this machine has. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The first of these that is there, or undefined. A name without a folder is looked for in PATH. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names
    .filter((name) => name !== undefined && name !== '')
    .flatMap((name) =>
      path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name)),
    )
    .find((place) => existsSync(place));
}
