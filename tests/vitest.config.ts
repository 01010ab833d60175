import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/harness/**'],
    setupFiles: ['tests/support/clean-screen.ts'],
    pool: 'forks',
    // Of two cores it would leave one to whoever watches.
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
