/** One process at a time: the others wait, and see what the first one made. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 100
/** Longer than any work under a lock: by then its number may belong to another process. */
const LONGEST_WORK_MS = 60 * 60_000

/**
 * Runs `work` while no other process runs under the same lock file. The lock of a process that died is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  await mkdir(path.dirname(file), { recursive: true })
  while (!(await tryToTake(file))) {
    if (await isAbandoned(file)) await rm(file, { force: true })
    else await sleep(POLL_MS)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

/** @param {string} file */
async function tryToTake(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
async function isAbandoned(file) {
  const [owner, stats] = await Promise.all([
    readFile(file, 'utf8').catch(() => ''),
    stat(file).catch(() => null),
  ])
  if (stats === null) return false
  // An empty file belongs to a process between creating and writing it.
  return Date.now() - stats.mtimeMs > LONGEST_WORK_MS || (owner !== '' && !isAlive(Number(owner)))
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
