/** Makes this machine able to run the app, quickly when there is nothing to do. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../lib/plain-failure.mjs'
import { ROOT } from '../lib/project.mjs'
import { cacheFolder } from './cache-folder.mjs'
import { findChromium } from './chromium.mjs'
import { displayOf } from './display.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { missingForNotifications } from './notifications.mjs'
import { findPythonWithZmq, PYTHON_ZMQ_PACKAGE } from './python-zmq.mjs'
import { compatBinding, electronNeedsCompat, nodeNeedsCompat } from './sqlite-binding.mjs'
import { installPackages, missingPackages } from './system-libraries.mjs'

/**
 * @typedef {object} Runtime
 * @property {string | null} electronDist folder of Electron, for ELECTRON_OVERRIDE_DIST_PATH; null when not asked for
 * @property {string | null} electronExecutable
 * @property {string | null} sqliteBinding for BITTEN_SQLITE_BINDING under Node; null means better-sqlite3's own
 * @property {string | null} sqliteBindingForElectron the same under Electron
 * @property {string | null} display null where no window can open
 * @property {string | null} chromium for the browser tests; null when not asked for
 * @property {string[]} notes what a person may want to know about the choices
 */

/**
 * @param {{ electron: boolean, tests: boolean, log: (line: string) => void }} wanted
 * @returns {Promise<Runtime>}
 */
export async function prepareRuntime({ electron: wantsElectron, tests, log }) {
  demandPackages()
  const cache = cacheFolder()
  const electron = wantsElectron ? await electronRuntime(cache, log) : null
  if (process.platform === 'linux') await prepareLinux(electron?.executable ?? null, tests, log)

  const forNode = nodeNeedsCompat(process.versions['napi'] ?? '')
  const forElectron = electron !== null && electronNeedsCompat(electron.version)
  const compat = forNode || forElectron ? await compatBinding(cache, log) : null
  return {
    electronDist: electron?.dist ?? null,
    electronExecutable: electron?.executable ?? null,
    sqliteBinding: forNode ? compat : null,
    sqliteBindingForElectron: forElectron ? compat : null,
    display: displayOf(),
    chromium: tests ? demandChromium() : null,
    notes: electron === null ? [] : notesOn(electron),
  }
}

/**
 * @param {string | null} electron
 * @param {boolean} tests
 * @param {(line: string) => void} log
 */
async function prepareLinux(electron, tests, log) {
  const programs = []
  if (tests && displayOf() === null) programs.push({ program: 'Xvfb', package: 'xvfb' })
  if (tests && findChromium() === null) programs.push({ program: 'chromium', package: 'chromium' })
  const missing = await missingPackages({ electron, programs })
  if (tests && findPythonWithZmq() === null) missing.push(PYTHON_ZMQ_PACKAGE)
  if (missing.length > 0) await installPackages(missing, log)
  if (!tests) return
  const voice = [
    { program: 'espeak-ng', package: 'espeak-ng' },
    { program: 'opusinfo', package: 'opus-tools' },
  ]
  await prepareIfRoot('the voice', await missingPackages({ electron: null, programs: voice }), log)
  await prepareIfRoot('notifications', missingForNotifications(), log)
}

/**
 * Such as the speech engine of Linux and a reader of what it says. Tests that need them skip where they are not, so nobody has to
 * have them, and nobody but root is asked.
 * @param {string} what
 * @param {readonly string[]} missing
 * @param {(line: string) => void} log
 */
async function prepareIfRoot(what, missing, log) {
  if (missing.length === 0 || process.getuid?.() !== 0) return
  try {
    await installPackages(missing, log)
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error
    log(`The tests of ${what} skip what needs ${missing.join(' and ')}. ${error.message}`)
  }
}

function demandPackages() {
  const installed = existsSync(path.join(ROOT, 'node_modules', 'better-sqlite3', 'package.json'))
  if (!installed) throw new PlainFailure(`The packages are not installed. Type: npm ci (in ${ROOT})`)
}

function demandChromium() {
  const chromium = findChromium()
  if (chromium !== null) return chromium
  throw new PlainFailure(
    'The browser tests need Chrome or Chromium. Install one, or name its program in BITTEN_CHROMIUM.',
  )
}

/** @param {import('./electron-runtime.mjs').Electron} electron */
function notesOn({ version, dist, closedNetwork }) {
  if (!closedNetwork) return []
  return [
    `Electron ${version} comes from the npm registry. Remove ${dist} to try Electron's own download again.`,
  ]
}
