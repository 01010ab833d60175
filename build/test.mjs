// npm test: every test of the project. Installs what is missing, bundles, checks types, lint and dead code, runs the
// unit tests, then the real window; the harnesses run beside all of it. Ends with the line `N passed, N failed`, all
// added up.
import fs from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { check } from './check.mjs';
import { openDisplay } from './display.mjs';
import { prepare, root, say } from './prepare.mjs';
import { runProgram } from './program.mjs';

const { node } = prepare('tests');
// Every program that a test starts, desks and stand-ins, begins with what Node compiled the last time.
process.env['NODE_COMPILE_CACHE'] ??= path.join(root, 'node_modules/.cache/compiled');
const { findElectron } = await import('./electron-runtime.mjs');
say('making the Electron runtime ready');
const electron = await findElectron();
const reports = path.join(root, '.out/reports');
fs.rmSync(reports, { recursive: true, force: true });
fs.mkdirSync(reports, { recursive: true });

const results = [];
bundle(node);
bundle(node, { strict: true });
// The longest of all, and of many short lives: what they leave of two cores is for everything else.
say('the harnesses, beside everything else: crashes, faults, noise');
const harnesses = vitest('harness', 'tests/vitest.harness.config.ts', 'pipe');
say('checking types, lint, format, dead code');
results.push(await check(node, { besideTests: true }));
say('unit tests');
results.push(await vitest('unit', 'tests/vitest.config.ts', 'inherit'));
say('the real window');
results.push(await theRealWindow());
say('the harnesses');
results.push(await harnesses);

const passed = results.reduce((sum, one) => sum + one.passed, 0);
const failed = results.reduce((sum, one) => sum + one.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/**
 * @param {string} name
 * @param {string} config
 * @param {'inherit' | 'pipe'} output pipe: told when all is over, so that two runs do not mix their lines
 */
async function vitest(name, config, output) {
  const report = path.join(reports, `${name}.json`);
  const status = await run(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '-c',
      config,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    {},
    output,
  );
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const brokenRun = status !== 0 && numFailedTests === 0 ? 1 : 0;
  return { passed: numPassedTests, failed: numFailedTests + brokenRun };
}

/** Two windows at once where each can have a display of its own; on a display that somebody looks at, one. */
async function theRealWindow() {
  const first = await openDisplay();
  const displays = first.isVirtual ? [first, await openDisplay()] : [];
  const report = path.join(reports, 'window.json');
  const status = await run(
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '-c',
      'tests/playwright.config.ts',
      '--reporter=line,json',
    ],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...(first.isVirtual && {
        YICHUANG_TEST_DISPLAYS: displays.map(({ env }) => env['DISPLAY']).join(' '),
      }),
    },
    'inherit',
  );
  for (const display of displays) display.close();
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const notAsExpected = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: notAsExpected + (status !== 0 && notAsExpected === 0 ? 1 : 0),
  };
}

/**
 * @param {readonly string[]} command
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<number>} 1 also when a signal ended it
 */
async function run(command, env, output) {
  const { status, told } = await runProgram(node, command, {
    output,
    env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: electron },
  });
  process.stdout.write(told);
  return status;
}
