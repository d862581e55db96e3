/** An Electron that runs here: its own download, or on a closed network the way round it. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../lib/plain-failure.mjs'
import { ROOT, versionOf } from '../lib/project.mjs'
import { collect } from '../lib/run.mjs'
import { closedNetworkDist, closedNetworkWayExists } from './closed-network-dist.mjs'

/** @typedef {{ dist: string, executable: string, version: string, closedNetwork: boolean }} Electron */

const PACKAGE = path.join(ROOT, 'node_modules', 'electron')
const DOWNLOADS = 'https://github.com/electron/electron/releases/'
const REACH_TIMEOUT_MS = 5_000
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000

/**
 * @param {string} cache
 * @param {(line: string) => void} log
 * @returns {Promise<Electron>}
 */
export async function electronRuntime(cache, log) {
  const present = givenElectron() ?? officialElectron() ?? closedNetworkElectron(cache)
  if (present !== null) return present

  const version = versionOf('electron')
  log(`Downloading Electron ${version} (about 110 MB, once).`)
  const refusal = await download()
  const downloaded = officialElectron()
  if (downloaded !== null) return downloaded

  if (!closedNetworkWayExists()) {
    throw new PlainFailure(
      `Electron ${version} could not be downloaded: ${refusal}. Check the network and start again.`,
    )
  }
  log(`Electron's own download does not answer (${refusal}).`)
  // Loaded only here: it needs packages that no other start pays for.
  const { makeClosedNetworkElectron } = await import('./closed-network-electron.mjs')
  await makeClosedNetworkElectron(closedNetworkDist(cache), log)
  const made = closedNetworkElectron(cache)
  if (made === null) throw new Error(`no Electron in ${closedNetworkDist(cache)} after making it`)
  return made
}

/** One that the person names, as Electron's own launcher and Playwright take it. */
function givenElectron() {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!dist) return null
  const electron = electronIn(dist, false)
  if (electron === null)
    throw new PlainFailure(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, where no Electron is.`)
  return electron
}

function officialElectron() {
  const electron = electronIn(path.join(PACKAGE, 'dist'), false)
  return electron?.version === versionOf('electron') ? electron : null
}

/** @param {string} cache */
function closedNetworkElectron(cache) {
  return closedNetworkWayExists() ? electronIn(closedNetworkDist(cache), true) : null
}

/**
 * @param {string} dist
 * @param {boolean} closedNetwork
 * @returns {Electron | null}
 */
function electronIn(dist, closedNetwork) {
  const executable = path.join(dist, executableName(process.platform))
  const versionFile = path.join(dist, 'version')
  if (!existsSync(executable) || !existsSync(versionFile)) return null
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return { dist, executable, version, closedNetwork }
}

/** @param {NodeJS.Platform} platform */
export function executableName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Electron's own installer, asked only where its site answers: on a network that swallows packets it would wait long.
 * @returns {Promise<string>} why there is no download, in a few words; of no meaning where there is one
 */
async function download() {
  const { ELECTRON_MIRROR, HTTPS_PROXY, https_proxy } = process.env
  const direct = !ELECTRON_MIRROR && !HTTPS_PROXY && !https_proxy
  if (direct && !(await answers(DOWNLOADS))) return 'its site is out of reach'
  const installer = path.join(PACKAGE, 'install.js')
  const { stderr } = await collect(process.execPath, [installer], { timeoutMs: DOWNLOAD_TIMEOUT_MS })
  return stderr.trim().split('\n')[0] ?? 'its installer gave no reason'
}

/** @param {string} address */
async function answers(address) {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACH_TIMEOUT_MS) })
    return true
  } catch {
    // Why it is out of reach does not matter: the next way is tried.
    return false
  }
}
