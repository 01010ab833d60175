import { defineConfig } from 'vitest/config';

// Every life of a desk begins with what Node compiled in an earlier one.
process.env['NODE_COMPILE_CACHE'] ??= new URL('../node_modules/.cache/compiled', import.meta.url).pathname;

/** The long harnesses: crashes, faults, noise. One at a time, so that they do not disturb each other. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/harness/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 300_000,
  },
});
