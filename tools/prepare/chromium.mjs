import { existsSync } from 'node:fs'
import path from 'node:path'
import { findProgram } from './system-libraries.mjs'

/**
 * A Chromium for the browser tests: one that this system has, or the one that BITTEN_CHROMIUM names.
 * @returns {string | null}
 */
export function findChromium() {
  const { BITTEN_CHROMIUM: given, PROGRAMFILES: programs = 'C:\\Program Files' } = process.env
  if (given) return given
  if (process.platform === 'linux') return findProgram('chromium') ?? findProgram('google-chrome')
  const places =
    process.platform === 'darwin'
      ? [
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
        ]
      : [
          path.join(programs, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          path.join(`${programs} (x86)`, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]
  return places.find(file => existsSync(file)) ?? null
}
