/** The things that programs read from the environment; nothing else in the house reads it. */
import { homedir } from 'node:os'
import path from 'node:path'

export type Environment = Readonly<{
  dataFolder: string
  /** A SQLite binding that fits this runtime; null for the stock one. */
  sqliteBinding: string | null
  /** Seals secrets where the system has no key store for us; null: none was given. */
  secretKey: string | null
}>

const SECRET_KEY = 'BITTEN_SECRET_KEY'

type Variables = Readonly<Record<string, string | undefined>>

export function readEnvironment(
  variables: Variables = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): Environment {
  return {
    dataFolder: path.resolve(variables['BITTEN_DATA'] || userDataFolder(variables, platform, home)),
    sqliteBinding: variables['BITTEN_SQLITE_BINDING'] || null,
    secretKey: variables[SECRET_KEY] || null,
  }
}

/** Where programs of this system keep what belongs to their user. */
function userDataFolder(variables: Variables, platform: NodeJS.Platform, home: string): string {
  switch (platform) {
    case 'win32':
      return path.join(variables['APPDATA'] || path.join(home, 'AppData', 'Roaming'), 'BITTEN')
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'BITTEN')
    default:
      return path.join(variables['XDG_DATA_HOME'] || path.join(home, '.local', 'share'), 'bitten')
  }
}

/** Where it is unless somebody names another one. */
export const usualDataFolder = (): string =>
  readEnvironment({ ...process.env, BITTEN_DATA: undefined }).dataFolder

/** As `readEnvironment`; programs that are started from here on do not inherit the key of our secrets. */
export function takeEnvironment(): Environment {
  const environment = readEnvironment()
  delete process.env[SECRET_KEY]
  return environment
}
