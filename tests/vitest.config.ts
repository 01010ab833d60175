import { defineConfig } from 'vitest/config';

// Programs that tests start, desks and stand-ins, need not be compiled anew each time.
process.env['NODE_COMPILE_CACHE'] ??= new URL('../node_modules/.cache/compiled', import.meta.url).pathname;

const HARNESSES = 'tests/harness/**';
/** What is drawn in a page, and the stores behind it. */
const DRAWN = ['tests/screens/**/*.test.{ts,tsx}', 'tests/stores/**/*.test.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    root: new URL('..', import.meta.url).pathname,
    pool: 'forks',
    // Of two cores it would leave one to whoever watches.
    maxWorkers: 2,
    // The files of a worker share what they import: loading the desk or the screens costs more than most tests.
    isolate: false,
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'drawn', include: DRAWN, setupFiles: ['tests/support/clean-screen.ts'] },
      },
      {
        extends: true,
        test: { name: 'undrawn', include: ['tests/**/*.test.ts'], exclude: [HARNESSES, ...DRAWN] },
      },
    ],
  },
});
