import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  tsconfig: 'tsconfig.playwright.json',
  outputDir: 'test-results/e2e',
  // Each test starts its own Electron; more than two at once make each other slow.
  workers: 2,
  // By test, not by file, so that neither worker waits for the other's last long file.
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { trace: 'off', screenshot: 'only-on-failure' },
});
