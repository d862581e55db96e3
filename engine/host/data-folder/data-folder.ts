import { chmodSync, mkdirSync } from 'node:fs'
import type { Settings } from '../../contracts/settings.ts'
import { lockFolder } from './lock.ts'
import { readPairingKey } from './pairing-file.ts'
import { folderRefusal, systemReason, type FolderRefusal } from './refusal.ts'
import { readSettings } from './settings-file.ts'

/** The folder, ours alone until `release`. */
export type DataFolder = Readonly<{
  is: 'open'
  path: string
  settings: Settings
  pairingKey: Uint8Array
  pairingKeyText: string
  release(): void
}>

const USER_ONLY = 0o700

/** Makes the folder when there is none, takes its lock, reads what is in it. Nothing is left locked after a refusal. */
export function openDataFolder(folder: string): DataFolder | FolderRefusal {
  try {
    if (mkdirSync(folder, { recursive: true, mode: USER_ONLY })) chmodSync(folder, USER_ONLY)
    const lock = lockFolder(folder)
    if (lock.is === 'refused') return lock
    const opened = readFolder(folder, lock.release)
    if (opened.is === 'refused') lock.release()
    return opened
  } catch (error) {
    const text = `The data folder ${folder} can't be used: ${systemReason(error)}. Choose another with BITTEN_DATA.`
    return folderRefusal('DATA_FOLDER', text)
  }
}

function readFolder(folder: string, release: () => void): DataFolder | FolderRefusal {
  const settings = readSettings(folder)
  if (settings.is === 'refused') return settings
  const pairing = readPairingKey(folder)
  if (pairing.is === 'refused') return pairing
  const { key: pairingKey, text: pairingKeyText } = pairing
  return { is: 'open', path: folder, settings: settings.settings, pairingKey, pairingKeyText, release }
}
