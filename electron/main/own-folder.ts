import { mkdirSync } from 'node:fs'
import path from 'node:path'

export type OwnFolder = Readonly<{ is: 'made'; profile: string }> | Readonly<{ is: 'refused'; text: string }>

/**
 * The data folder with the window's own profile in it, for this user only. Two data folders are two apps: each has its
 * own profile and its own single instance.
 */
export function makeOwnFolder(dataFolder: string): OwnFolder {
  const profile = path.join(dataFolder, 'window')
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    return { is: 'made', profile }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const text = `The data folder ${dataFolder} can't be used (${reason}). Choose another with BITTEN_DATA.`
    return { is: 'refused', text }
  }
}
