// Runs one of the project's programs on Node 24: node build/run.mjs FILE [arguments].
// `npm run desk`, `npm run province`, `npm run device`, `npm run demo` and `npm run bench` come through here.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { giveUp, prepare, root } from './prepare.mjs';
import { whenLeftAlone } from './when-left-alone.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) giveUp('Which program?', 'node build/run.mjs FILE [arguments]');

const showsWindow = file.startsWith('build/');
const { node } = prepare(showsWindow ? 'window' : 'program');
const child = spawn(node, [path.join(root, file), ...args], {
  cwd: process.env['INIT_CWD'] ?? root,
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => void child.kill(signal));
whenLeftAlone(() => void child.kill('SIGTERM'));
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
