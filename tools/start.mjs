/** `npm start`: the War Room on the training ground, or the same without a window where there is no display. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from './lib/build-app.mjs'
import { environmentForElectron } from './lib/environment.mjs'
import { runTool } from './lib/plain-failure.mjs'
import { ROOT } from './lib/project.mjs'
import { attach, collect } from './lib/run.mjs'
import { displayOf } from './prepare/display.mjs'
import { prepareRuntime } from './prepare/prepare-runtime.mjs'

const log = (/** @type {string} */ line) => console.log(line)
/** The mode bit that lets a program run as its owner. */
const SET_USER_ID = 0o4000
const given = process.argv.slice(2)

await runTool(displayOf() === null ? startHeadless : startWindow)

async function startWindow() {
  const runtime = await prepareRuntime({ electron: true, tests: false, log })
  const { electronDist, electronExecutable, notes } = runtime
  if (electronDist === null || electronExecutable === null) throw new Error('prepared without Electron')
  await buildApp(log)
  for (const note of notes) log(note)
  const switches = await sandboxSwitches(electronDist)
  return attach(electronExecutable, [...switches, ROOT, ...given], {
    env: environmentForElectron(runtime),
    alone: true,
  })
}

/** In this same process, so that Ctrl-C reaches it once and its exit code is ours. */
async function startHeadless() {
  log('There is no display here: the desk runs without its window. Ctrl-C ends it.')
  process.argv.splice(2, given.length, 'run', '--headless', '--training', ...given)
  await import('./bitten.mjs')
}

/**
 * Chromium's sandbox does not start as root, nor where the system keeps user namespaces from a program
 * whose helper is not set up for it. A packaged app has that set up by its installer.
 * @param {string} electronDist
 */
async function sandboxSwitches(electronDist) {
  if (process.platform !== 'linux') return []
  if (process.getuid?.() === 0) return ['--no-sandbox']
  const helper = path.join(electronDist, 'chrome-sandbox')
  const helperMode = statSync(helper, { throwIfNoEntry: false })?.mode ?? 0
  if ((helperMode & SET_USER_ID) !== 0 || (await grantsUserNamespaces())) return []
  log(
    `The window runs without Chromium's sandbox. To have it: sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`,
  )
  return ['--no-sandbox']
}

async function grantsUserNamespaces() {
  const { code } = await collect('unshare', ['--user', '--map-root-user', 'true'])
  return code === 0
}
