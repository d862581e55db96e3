/** Builds out/ when the sources are newer than what is there. */
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fingerprintOf } from './fingerprint.mjs'
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
