// Prints every link of packs once, a line each, for a link checker to try: node tests/questionnaires/links.mjs PACK...
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const linksIn = (value) =>
  typeof value === 'string'
    ? value.startsWith('https://')
      ? [value]
      : []
    : Object.values(value ?? {}).flatMap(linksIn);

const links = new Set();
for (const pack of process.argv.slice(2))
  for (const file of await readdir(pack, { recursive: true }))
    if (file.endsWith('.json'))
      for (const link of linksIn(JSON.parse(await readFile(path.join(pack, file), 'utf8'))))
        links.add(link);
console.log([...links].sort().join('\n'));
