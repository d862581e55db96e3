import { existsSync } from 'node:fs'

/**
 * The display that a window can open on, or null where there is none. Windows and macOS always have one;
 * on Linux a variable names it, and an X server that is gone leaves its name behind without its socket.
 * @param {NodeJS.Platform} [platform]
 * @param {NodeJS.ProcessEnv} [env]
 * @param {(file: string) => boolean} [exists]
 * @returns {string | null}
 */
export function displayOf(platform = process.platform, env = process.env, exists = existsSync) {
  if (platform !== 'linux') return platform
  if (env['WAYLAND_DISPLAY']) return env['WAYLAND_DISPLAY']
  const name = env['DISPLAY']
  if (!name) return null
  const local = /^:(\d+)(\.\d+)?$/.exec(name)?.[1]
  return local === undefined || exists(`/tmp/.X11-unix/X${local}`) ? name : null
}
