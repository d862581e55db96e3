import { createHash } from 'node:crypto'
import type { Launch } from '../../engine/contracts/launch.ts'

/** How this program was started, as far as its next start at login repeats it. */
export type ThisStart = Readonly<{
  program: string
  /** Of the app's own code, where the program is Electron itself; null: the program is the app. */
  app: string | null
  dataFolder: string
  /** It is where this system keeps it unless somebody says otherwise. */
  isUsualFolder: boolean
  sqliteBinding: string | null
  training: Launch['training']
  noSandbox: boolean
}>

/** What comes behind the program: in the tray, on the same data folder. */
export const loginArguments = ({ app, dataFolder, training, noSandbox }: ThisStart): string[] => [
  ...(noSandbox ? ['--no-sandbox'] : []),
  ...(app === null ? [] : [app]),
  '--tray',
  `--data=${dataFolder}`,
  ...(training ? [] : ['--no-training']),
]

/** Two data folders are two apps, at login too. */
export const entryName = ({ dataFolder, isUsualFolder }: ThisStart): string =>
  isUsualFolder ? 'bitten' : `bitten-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 8)}`

/** macOS starts an app with nothing beside it: neither a path of its code nor a switch. Null: it can be set up. */
export function whyNotOnMac({ app, isUsualFolder, training }: ThisStart): string | null {
  if (app !== null)
    return 'macOS starts only an installed app at login, and this one runs from a folder of code, so it was not set up: start BITTEN yourself after you log in.'
  if (!isUsualFolder)
    return 'macOS starts BITTEN at login on its usual data folder only, so it was not set up for this one.'
  if (!training)
    return 'macOS starts BITTEN at login with the training ground only, so it was not set up for this start without it.'
  return null
}

/** A key in a file that anybody may read is no key, so the next start does not have it. */
export const KEY_STAYS_HERE =
  'At login BITTEN starts without BITTEN_SECRET_KEY, which is never written to a file, so the token of Telegram can’t be opened then: quit that BITTEN in the tray and start it again with the key.'

/** https://specifications.freedesktop.org/autostart-spec/ and desktop-entry-spec/, its key Exec. */
export function desktopEntry(start: ThisStart): string {
  const { program, sqliteBinding } = start
  const environment = sqliteBinding === null ? [] : ['env', `BITTEN_SQLITE_BINDING=${sqliteBinding}`]
  const line = [...environment, program, ...loginArguments(start)].map(quoted).join(' ')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=BITTEN',
    'Comment=A trading desk beside MetaTrader 5, in the tray',
    `Exec=${line}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** Within quotes, four characters are escaped; the value as a whole escapes the backslash again; % begins a field code. */
const quoted = (argument: string): string =>
  `"${argument
    .replaceAll(/["`$\\]/g, String.raw`\$&`)
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`
