/** The headers of the site as settings of common static hosts. */
import { EVERYWHERE, hashedPaths, ownHeaders } from './headers.mjs';

/** @returns {Record<string, string>} the text of each settings file, by its name. */
export function hostSettings(manifest) {
  const hashed = hashedPaths(manifest);
  const paths = Object.values(manifest.files)
    .map(({ path }) => path)
    .sort();
  const own = paths.map((path) => [path, ownHeaders(path, manifest, hashed)]);
  return {
    _headers: netlify(own),
    '.htaccess': apache(own),
    'nginx.conf': nginx(own),
  };
}

const lines = (headers, line) => Object.entries(headers).map(([name, value]) => line(name, value));

/** Netlify, Cloudflare Pages and others that read `_headers`. */
function netlify(own) {
  const rule = (path, headers) => [path, ...lines(headers, (name, value) => `  ${name}: ${value}`)];
  const rules = own.flatMap(([path, headers]) => [
    ...rule(`/${path}`, headers),
    // The first page has two addresses.
    ...(path === 'index.html' ? rule('/', headers) : []),
  ]);
  return `${[...rule('/*', EVERYWHERE), ...rules].join('\n')}\n`;
}

/** Apache, with its modules headers, mime and rewrite. Compressed copies are sent where the browser takes them. */
function apache(own) {
  const set = (name, value) => `  Header always set ${name} "${value}"`;
  const files = own.flatMap(([path, headers]) => [
    `<If "%{REQUEST_URI} =~ m#/${escaped(path)}$#">`,
    ...lines(headers, set),
    '</If>',
  ]);
  return `${[
    'AddType application/wasm .wasm',
    'AddType text/javascript .js',
    'DirectoryIndex index.html',
    '<IfModule mod_headers.c>',
    ...lines(EVERYWHERE, set),
    ...files,
    '</IfModule>',
    '<IfModule mod_rewrite.c>',
    '  RewriteEngine on',
    ...[
      ['br', 'br'],
      ['gzip', 'gz'],
    ].flatMap(([encoding, ending]) => [
      `  RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b`,
      `  RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
      `  RewriteRule ^(.+)\\.(bin|css|html|js|json|svg|wasm)$ $1.$2.${ending} [L,E=no-gzip:1,E=no-brotli:1]`,
    ]),
    '</IfModule>',
    ...Object.entries({
      bin: 'application/octet-stream',
      css: 'text/css',
      html: 'text/html',
      js: 'text/javascript',
      json: 'application/json',
      svg: 'image/svg+xml',
      wasm: 'application/wasm',
    }).flatMap(([ending, type]) =>
      [
        ['br', 'br'],
        ['gz', 'gzip'],
      ].flatMap(([compressed, encoding]) => [
        `<FilesMatch "\\.${ending}\\.${compressed}$">`,
        `  ForceType ${type}`,
        '  RemoveEncoding .gz .br',
        '  <IfModule mod_headers.c>',
        `    Header set Content-Encoding ${encoding}`,
        '    Header append Vary Accept-Encoding',
        '  </IfModule>',
        '</FilesMatch>',
      ]),
    ),
  ].join('\n')}\n`;
}

/** To be included in a `server` block whose `root` is the site. `add_header` in a location hides those outside it. */
function nginx(own) {
  const add = (name, value) => `  add_header ${name} "${value}" always;`;
  const locations = own.flatMap(([path, headers]) =>
    (path === 'index.html' ? ['/', '/index.html'] : [`/${path}`]).flatMap((address) => [
      `location = ${address} {`,
      ...lines({ ...EVERYWHERE, ...headers }, add),
      ...(address === '/' ? ['  try_files /index.html =404;'] : []),
      '}',
    ]),
  );
  return `${[
    '# Goes into a server block whose root is the folder of the site.',
    'types { application/wasm wasm; text/javascript js; text/css css; text/html html; application/json json; image/svg+xml svg; }',
    'charset utf-8;',
    'gzip_static on;',
    '# With the module ngx_brotli: brotli_static on;',
    ...locations,
  ].join('\n')}\n`;
}

function escaped(path) {
  return path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
