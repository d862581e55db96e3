/** Where the project and the programs of its packages are. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../..')
export const OUT = path.join(ROOT, 'out')

/**
 * The script behind a package's command, to be run with Node itself: the shims in node_modules/.bin
 * are shell scripts on one system and .cmd files on another.
 * @param {string} packageName
 * @param {string} [command] the command's name where it differs from the package's
 */
export function programOf(packageName, command = packageName) {
  const folder = path.join(ROOT, 'node_modules', packageName)
  const { bin } = readManifest(folder)
  const script = typeof bin === 'string' ? bin : bin?.[command]
  if (script === undefined) throw new Error(`${packageName} has no command '${command}'`)
  return path.join(folder, script)
}

/** @param {string} packageName */
export function versionOf(packageName) {
  return readManifest(path.join(ROOT, 'node_modules', packageName)).version
}

/**
 * @param {string} folder
 * @returns {{ version: string, bin?: string | Record<string, string> }}
 */
function readManifest(folder) {
  return /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  )
}
