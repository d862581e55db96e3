/** What a test of the system's notifications on Linux needs: a bus of its own, who listens there, and the library that speaks. */
import { spawnSync } from 'node:child_process'
import { findProgram } from './system-libraries.mjs'

const LIBRARY = 'libnotify.so.4'
/** Debian's own Python: its packages are made for no other. */
export const NOTIFICATION_PYTHON = '/usr/bin/python3'

/** @returns {string[]} names of Debian packages that are missing */
export function missingForNotifications() {
  const python = spawnSync(NOTIFICATION_PYTHON, ['-c', 'import dbus, gi'])
  const libraries = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' })
  return [
    ...(findProgram('dbus-daemon') === null ? ['dbus'] : []),
    ...(python.status === 0 ? [] : ['python3-dbus', 'python3-gi']),
    ...(libraries.stdout?.includes(LIBRARY) ? [] : ['libnotify4']),
  ]
}
