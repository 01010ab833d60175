// npm run check: types, lint, format, arrows and the other architecture tests, dead code.
// Each step says whether it holds; the exit code is 1 when one does not.
import { spawnSync } from 'node:child_process';
import { prepare, root, say } from './prepare.mjs';

const STEPS = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b', '--pretty', 'false'] },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--type-aware'] },
  { name: 'format', command: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'] },
  {
    name: 'architecture',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '-c',
      'tests/vitest.config.ts',
      '--reporter=dot',
      'tests/architecture',
    ],
  },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js', '--treat-config-hints-as-errors'] },
];

/**
 * @param {string} node
 * @returns {{ passed: number, failed: number }}
 */
export function check(node) {
  let failed = 0;
  for (const { name, command } of STEPS) {
    const done = spawnSync(node, command, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    if (done.status === 0) say(`${name}: holds`);
    else {
      failed += 1;
      console.error(`✕ ${name}\n${done.stdout}${done.stderr}`);
    }
  }
  return { passed: STEPS.length - failed, failed };
}

if (process.argv[1]?.endsWith('check.mjs')) {
  const { node } = prepare('program');
  process.exit(check(node).failed === 0 ? 0 : 1);
}
