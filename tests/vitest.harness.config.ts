import { defineConfig } from 'vitest/config';

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
