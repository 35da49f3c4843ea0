/** The package for npm: the element with its types, and the site that it needs, for those who host it themselves. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../', import.meta.url));

/** @returns {Promise<string>} the package's file in `out`. */
export async function packForNpm(out, site, version) {
  const folder = path.join(out, 'npm');
  await mkdir(folder);
  await cp(site, path.join(folder, 'site'), {
    recursive: true,
    // Servers of such projects compress by themselves.
    filter: (file) => !/\.(br|gz)$/.test(file),
  });
  await cp(path.join(site, 'waymark.js'), path.join(folder, 'waymark.js'));
  await writeTypes(folder);
  await cp(path.join(top, 'LICENSE'), path.join(folder, 'LICENSE'));
  await cp(path.join(top, 'web/npm.md'), path.join(folder, 'README.md'));
  await writeFile(path.join(folder, 'package.json'), await description(version));
  const [{ filename }] = JSON.parse(
    execFileSync(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', path.resolve(out)],
      {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ),
  );
  await rm(folder, { recursive: true });
  return path.join(out, filename);
}

/** The element's types name no other file of ours. */
async function writeTypes(folder) {
  const types = path.join(folder, 'types');
  execFileSync(
    process.execPath,
    [
      path.join(top, 'node_modules/typescript/bin/tsc'),
      ...['--project', top, '--noEmit', 'false', '--declaration', '--emitDeclarationOnly'],
      ...['--outDir', types],
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  await cp(path.join(types, 'waymark.d.ts'), path.join(folder, 'waymark.d.ts'));
  await rm(types, { recursive: true });
}

async function description(version) {
  const ours = JSON.parse(await readFile(path.join(top, 'package.json'), 'utf8'));
  const theirs = {
    name: 'waymark-assessment',
    version,
    description: ours.description,
    license: ours.license,
    type: 'module',
    exports: {
      '.': { types: './waymark.d.ts', default: './waymark.js' },
      './site/*': './site/*',
    },
    types: './waymark.d.ts',
    sideEffects: ['./waymark.js'],
    files: ['waymark.js', 'waymark.d.ts', 'site'],
  };
  return `${JSON.stringify(theirs, null, 2)}\n`;
}
