import path from 'node:path'
import { app } from 'electron'
import { keepEntry } from './autostart-entry.ts'
import { entryName, loginArguments, whyNotOnMac } from './login-start.ts'
import type { ThisStart } from './login-start.ts'

/** Sets the start at login up, or removes it. Gives why it could not be done, as a sentence. */
export function keepAtLogin(start: ThisStart, isOn: boolean): string | null {
  switch (process.platform) {
    case 'win32':
      return keepItem(isOn, { name: entryName(start), path: start.program, args: loginArguments(start).map(quoted) }) // prettier-ignore
    case 'darwin': {
      const why = whyNotOnMac(start)
      // There is one item for all folders, and it is the usual one's.
      if (start.isUsualFolder) keepItem(isOn && why === null, {})
      return isOn ? why : null
    }
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
