/** Builds out/ when the sources are newer than what is there. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { PlainFailure } from './plain-failure.mjs'
import { OUT, ROOT, programOf } from './project.mjs'
import { collect } from './run.mjs'

const SOURCES = [
  'engine',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const STAMP = path.join(OUT, '.built-from')
const LOCK = path.join(ROOT, '.cache', 'build.lock')

/**
 * Several processes may ask at once: one builds, the others wait and find it done.
 * @param {(line: string) => void} log
 */
export async function buildApp(log) {
  if (isFresh()) return
  await withLock(LOCK, async () => {
    if (isFresh()) return
    log('Building the app.')
    const fingerprint = fingerprintOf(ROOT, SOURCES)
    const env = { ...process.env, NO_COLOR: '1' }
    const { code, stderr } = await collect(process.execPath, [programOf('electron-vite'), 'build'], {
      cwd: ROOT,
      env,
    })
    if (code !== 0)
      throw new PlainFailure(`The build failed.
${withoutStack(stderr)}`)
    await mkdir(OUT, { recursive: true })
    await writeFile(STAMP, fingerprint)
  })
}

/** @param {string} text */
function withoutStack(text) {
  const lines = text.split('\n').filter(line => !/^\s+at /.test(line))
  return lines.join('\n').trim()
}

function isFresh() {
  try {
    return readFileSync(STAMP, 'utf8') === fingerprintOf(ROOT, SOURCES)
  } catch {
    // Nothing was built yet.
    return false
  }
}

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
