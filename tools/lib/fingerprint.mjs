/** Whether something that was built is of the sources as they are. */
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Changes when a source is edited, added, removed or renamed. Tests are no part of what is built.
 * @param {string} root
 * @param {readonly string[]} sources
 */
export function fingerprintOf(root, sources) {
  const sum = createHash('sha256')
  for (const file of sources.flatMap(name => filesOf(root, name)).sort()) {
    const { size, mtimeMs } = statSync(path.join(root, file))
    sum.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return sum.digest('hex')
}

/**
 * @param {string} root
 * @param {string} name a file or a folder
 * @returns {string[]}
 */
function filesOf(root, name) {
  const stats = statSync(path.join(root, name), { throwIfNoEntry: false })
  if (stats === undefined) return []
  if (stats.isFile()) return [name]
  return readdirSync(path.join(root, name), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
}
