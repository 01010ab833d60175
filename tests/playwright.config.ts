import { defineConfig } from '@playwright/test';

/** A display for each window that is tested at the same time; without them, one window on the display there is. */
const displays = process.env['YICHUANG_TEST_DISPLAYS']?.split(' ') ?? [];
const mine = displays[Number(process.env['TEST_PARALLEL_INDEX'])];
if (mine !== undefined) process.env['DISPLAY'] = mine;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../.out/playwright',
  workers: Math.max(1, displays.length),
  reporter: 'line',
  timeout: 90_000,
});
