import path from 'node:path'
import { defineConfig } from '@playwright/test'

/** `npm run pictures`. No part of `npm test`: what it writes is read by people. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.pictures.ts',
  outputDir: path.resolve(import.meta.dirname, '../../test-results/pictures'),
  reporter: [['list']],
  workers: 1,
  timeout: 600_000,
})
