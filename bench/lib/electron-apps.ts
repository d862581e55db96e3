/** Electron apps to be measured: this one, and one with an empty window as the floor. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { FIRST_STEPS_FILE } from '../../electron/first-steps/first-steps.ts'
import { temporaryFolder } from './built-app.ts'

/** Chromium's own sandbox does not start for root. */
export const SWITCHES = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const MAIN = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile('index.html'))
app.on('window-all-closed', () => app.quit())`

export function emptyApp(): string {
  const folder = path.join(temporaryFolder(), 'empty')
  mkdirSync(folder)
  const manifest = { name: 'empty', productName: 'Empty', version: '1.0.0', main: 'main.cjs' }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(path.join(folder, 'main.cjs'), MAIN)
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>empty</title><button>Ready</button>')
  return folder
}

export const desk = path.resolve('.')

/** A data folder of somebody who has been shown round: nothing lies over the room. */
export function newDataFolder(): string {
  const dataFolder = path.join(temporaryFolder(), 'data')
  const profile = path.join(dataFolder, 'window')
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  writeFileSync(path.join(profile, FIRST_STEPS_FILE), JSON.stringify({ how: 'skipped' }))
  return dataFolder
}

/** Answers as soon as the process runs; its window may not be there yet. */
export function launch(
  folder: string,
  env: Readonly<Record<string, string>> = {},
  ...args: readonly string[]
): Promise<ElectronApplication> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined) // prettier-ignore
  return _electron.launch({
    args: [...SWITCHES, folder, ...args],
    env: { ...Object.fromEntries(inherited), ...env },
  })
}
