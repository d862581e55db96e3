// The part of Electron's own default app that this project needs: it runs the app whose path is on the command line,
// after the scripts that a test driver asks for with -r. A module with a top-level await, since Electron announces
// that it is ready only after that, and an app expects to be loaded by then.
import { readFileSync } from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { preloads, target } = readArguments(process.argv.slice(1))
if (target === undefined) {
  console.error('usage: electron [-r SCRIPT] [--SWITCH] APP_FOLDER')
  process.exit(2)
}
preloadModules(preloads)
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })

const folder = path.resolve(target)
const { name, productName, version, main } = readManifest(folder)
presentAs({ name, productName, version, folder })
try {
  await import(pathToFileURL(path.join(folder, main)).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}

/** @param {readonly string[]} words */
function readArguments(words) {
  /** @type {string[]} */
  const scripts = []
  let expectsScript = false
  for (const word of words) {
    if (expectsScript) scripts.push(word)
    else if (!word.startsWith('-')) return { preloads: scripts, target: word }
    expectsScript = !expectsScript && (word === '-r' || word === '--require')
  }
  return { preloads: scripts, target: undefined }
}

/** @param {readonly string[]} scripts */
function preloadModules(scripts) {
  if (scripts.length === 0) return
  // Node's own -r does this; it has no public name.
  const loader = /** @type {{ _preloadModules: (scripts: readonly string[]) => void }} */ (
    /** @type {unknown} */ (Module)
  )
  loader._preloadModules(scripts)
}

/**
 * As Electron's own default app does it, with two setters that are not in the types.
 * @param {{ name: string, productName: string, version: string, folder: string }} identity
 */
function presentAs(identity) {
  const settable = /** @type {{ setVersion(version: string): void, setAppPath(folder: string): void }} */ (
    /** @type {unknown} */ (app)
  )
  app.name = identity.productName
  settable.setVersion(identity.version)
  app.setDesktopName(`${identity.name}.desktop`)
  settable.setAppPath(identity.folder)
}

/** @param {string} appFolder */
function readManifest(appFolder) {
  const text = readFileSync(path.join(appFolder, 'package.json'), 'utf8')
  return /** @type {{ name: string, productName: string, version: string, main: string }} */ (
    JSON.parse(text)
  )
}
