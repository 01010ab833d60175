// npm run check: types, lint, format, arrows and the other architecture tests, dead code.
// Each step says whether it holds; the exit code is 1 when one does not.
import { prepare, say } from './prepare.mjs';
import { runProgram } from './program.mjs';

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

/** What the whole run does as well. */
const ALSO_A_TEST = 'architecture';

/**
 * @param {string} node
 * @param {{ besideTests?: boolean }} [run] besideTests: all tests run anyway, those of the architecture too
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function check(node, { besideTests = false } = {}) {
  const steps = STEPS.filter(({ name }) => !besideTests || name !== ALSO_A_TEST);
  let failed = 0;
  for (const { name, command } of steps) {
    const { status, told } = await runProgram(node, command);
    if (status === 0) say(`${name}: holds`);
    else {
      failed += 1;
      console.error(`✕ ${name}\n${told}`);
    }
  }
  return { passed: steps.length - failed, failed };
}

if (process.argv[1]?.endsWith('check.mjs')) {
  const { node } = prepare('program');
  process.exit((await check(node)).failed === 0 ? 0 : 1);
}
