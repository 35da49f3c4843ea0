/** Compressed copies beside the files, for servers that send what is already compressed. */
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const COMPRESSIBLE = /\.(?:bin|css|html|js|json|svg|wasm)$/;
/** Below that, in bytes, nothing is gained. */
const LEAST = 512;

export async function compress(folder) {
  const worth = [...folder.files.values()].filter(
    ({ path, bytes }) => COMPRESSIBLE.test(path) && bytes.length >= LEAST,
  );
  await Promise.all(
    worth.map(async ({ path, bytes }) => {
      await folder.addBeside(`${path}.br`, await brotli(bytes, brotliOptions(bytes)));
      await folder.addBeside(`${path}.gz`, await gzip(bytes, { level: 9 }));
    }),
  );
}

function brotliOptions(bytes) {
  return {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: zlib.constants.BROTLI_MAX_QUALITY,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  };
}
