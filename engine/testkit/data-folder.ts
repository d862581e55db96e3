import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

/** A folder with any free port in its settings, so that tests don't meet each other or an app that runs here. */
export function newDataFolder(settings: object = {}): string {
  const folder = path.join(temporaryFolder(), 'data')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0, ...settings }))
  return folder
}
