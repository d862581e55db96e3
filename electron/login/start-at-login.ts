import path from 'node:path'
import { app } from 'electron'
import type { Host } from '../../engine/host/index.ts'
import { keepEntry } from './autostart-entry.ts'
import { entryName, loginArguments } from './login-start.ts'
import type { ThisStart } from './login-start.ts'

/** Follows the setting, from now on and at each change of it. `complain`: it could not be done, as a sentence. */
export function followStartAtLogin(
  host: Pick<Host, 'settings' | 'onSettings'>,
  start: ThisStart,
  complain: (text: string) => void,
): () => void {
  let held: boolean | null = null

  function follow(): void {
    const { startAtLogin } = host.settings().settings.desk
    if (startAtLogin === held) return
    held = startAtLogin
    const problem = keep(start, startAtLogin)
    if (problem !== null) complain(problem)
  }

  follow()
  return host.onSettings(follow)
}

function keep(start: ThisStart, isOn: boolean): string | null {
  switch (process.platform) {
    case 'win32':
      return keepItem(isOn, { name: entryName(start), path: start.program, args: loginArguments(start).map(quoted) }) // prettier-ignore
    case 'darwin':
      // It starts an app with nothing beside it, so on any other folder it would open the usual one.
      if (start.isUsualFolder) return keepItem(isOn, {})
      return isOn ? 'macOS starts BITTEN at login on its usual data folder only, so it was not set up for this one.' : null // prettier-ignore
    default:
      return keepEntry(path.join(app.getPath('appData'), 'autostart'), start, isOn)
  }
}

function keepItem(isOn: boolean, how: Parameters<typeof app.setLoginItemSettings>[0]): null {
  app.setLoginItemSettings({ ...how, openAtLogin: isOn })
  return null
}

/** Windows hands arguments on as one line. */
const quoted = (argument: string): string => (argument.includes(' ') ? `"${argument}"` : argument)
