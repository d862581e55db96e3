/** Which Electron a closed network gets, and where it is kept. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const CLOSED_NETWORK_ELECTRON = '33.2.1'
export const DEFAULT_APP = path.join(import.meta.dirname, 'default-app')

/** The platforms that this way exists for. */
export function closedNetworkWayExists() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * Named after what goes into it, so that a changed default app makes a new one.
 * @param {string} cache
 */
export function closedNetworkDist(cache) {
  const sum = createHash('sha256')
  for (const name of ['package.json', 'main.mjs']) sum.update(readFileSync(path.join(DEFAULT_APP, name)))
  return path.join(cache, `electron-${CLOSED_NETWORK_ELECTRON}-linux-x64-${sum.digest('hex').slice(0, 8)}`)
}
