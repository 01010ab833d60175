// npm test: every test of the project. Installs what is missing, checks types, lint and arrows, runs the unit
// tests and the harnesses, then the real window. Ends with the line `N passed, N failed`, all added up.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { check } from './check.mjs';
import { openDisplay } from './display.mjs';
import { prepare, root, say } from './prepare.mjs';

const { node } = prepare('tests');
const { findElectron } = await import('./electron-runtime.mjs');
say('making the Electron runtime ready');
const electron = await findElectron();
const reports = path.join(root, '.out/reports');
fs.rmSync(reports, { recursive: true, force: true });
fs.mkdirSync(reports, { recursive: true });

const results = [];
say('checking types, lint, format, arrows, dead code');
results.push(check(node));
say('unit tests');
results.push(vitest('unit', 'tests/vitest.config.ts'));
bundle(node);
bundle(node, { strict: true });
say('harnesses: crashes, faults, noise');
results.push(vitest('harness', 'tests/vitest.harness.config.ts'));
say('the real window');
results.push(await playwright());

const passed = results.reduce((sum, one) => sum + one.passed, 0);
const failed = results.reduce((sum, one) => sum + one.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/**
 * @param {string} name
 * @param {string} config
 */
function vitest(name, config) {
  const report = path.join(reports, `${name}.json`);
  const done = spawnSync(
    node,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '-c',
      config,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NO_COLOR: '1', ELECTRON_OVERRIDE_DIST_PATH: electron },
    },
  );
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const brokenRun = done.status !== 0 && numFailedTests === 0 ? 1 : 0;
  return { passed: numPassedTests, failed: numFailedTests + brokenRun };
}

async function playwright() {
  const report = path.join(reports, 'window.json');
  const display = await openDisplay();
  const done = spawnSync(
    node,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '-c',
      'tests/playwright.config.ts',
      '--reporter=line,json',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...display.env,
        NO_COLOR: '1',
        ELECTRON_OVERRIDE_DIST_PATH: electron,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  display.close();
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const notAsExpected = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: notAsExpected + (done.status !== 0 && notAsExpected === 0 ? 1 : 0),
  };
}
