import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../.out/playwright',
  workers: 1,
  reporter: 'line',
  timeout: 90_000,
});
