import os from 'node:os'
import path from 'node:path'

/**
 * Where things that take long to make are kept, outside node_modules so that `npm ci` leaves them alone.
 * BITTEN_CACHE moves it.
 * @param {NodeJS.Platform} [platform]
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [home]
 */
export function cacheFolder(platform = process.platform, env = process.env, home = os.homedir()) {
  if (env['BITTEN_CACHE']) return path.resolve(env['BITTEN_CACHE'])
  if (platform === 'win32')
    return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'bitten', 'cache')
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'bitten')
  return path.join(env['XDG_CACHE_HOME'] ?? path.join(home, '.cache'), 'bitten')
}
