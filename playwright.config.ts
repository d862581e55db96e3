import { defineConfig } from '@playwright/test'
import { findChromium } from './tools/prepare/chromium.mjs'

/** The system's own Chromium or Chrome; without one, the browser that Playwright installs. */
const chromium = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/runs',
  reporter: [['list']],
  snapshotPathTemplate: 'tests/e2e/baselines/{arg}{ext}',
  expect: { toHaveScreenshot: { animations: 'disabled', maxDiffPixelRatio: 0.002 } },
  forbidOnly: true,
  // One of the app at a time, and pages beside it.
  workers: 2,
  timeout: 30_000,
  projects: [
    { name: 'electron', testDir: 'tests/e2e/electron', timeout: 180_000, workers: 1 },
    {
      name: 'browser',
      testDir: 'tests/e2e/browser',
      use: {
        browserName: 'chromium',
        viewport: { width: 1440, height: 900 },
        launchOptions: {
          args: ['--no-sandbox'],
          ...(chromium !== null && { executablePath: chromium }),
        },
      },
    },
  ],
})
