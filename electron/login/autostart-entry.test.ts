import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { keepEntry } from './autostart-entry.ts'
import { desktopEntry, entryName, loginArguments, whyNotOnMac } from './login-start.ts'
import type { ThisStart } from './login-start.ts'

const START: ThisStart = {
  program: '/opt/bitten/bitten',
  app: null,
  dataFolder: '/home/me/.local/share/bitten',
  isUsualFolder: true,
  sqliteBinding: null,
  training: true,
  noSandbox: false,
}
const other = { ...START, dataFolder: '/media/stick/my desk', isUsualFolder: false }

const home = mkdtempSync(path.join(tmpdir(), 'bitten-login-'))
const folder = path.join(home, 'config', 'autostart')
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** As a desktop reads it: strings are unescaped, then arguments are taken out of their quotes. */
const argumentsIn = (entry: string): string[] => {
  const value = /^Exec=(.*)$/m.exec(entry)?.[1] ?? ''
  const text = value.replaceAll('\\\\', '\\').replaceAll('%%', '%')
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) => quoted.replaceAll(/\\(.)/g, '$1')) // prettier-ignore
}

describe('a start at login', () => {
  it('is in the tray, on the same data folder, with everything this start was given', () => {
    expect(loginArguments(START)).toEqual(['--tray', '--data=/home/me/.local/share/bitten'])
    const bare = { ...other, program: '/e/electron', app: '/src', sqliteBinding: '/b.node', training: false, noSandbox: true } // prettier-ignore
    expect(argumentsIn(desktopEntry(bare))).toEqual([
      'env', 'BITTEN_SQLITE_BINDING=/b.node', '/e/electron', '--no-sandbox', '/src', '--tray', '--data=/media/stick/my desk', '--no-training',
    ]) // prettier-ignore
  })

  it('comes through whatever a folder is called', () => {
    const dataFolder = '/home/me/50% "of" $HOME\\and `more`'
    expect(argumentsIn(desktopEntry({ ...START, dataFolder })).at(-1)).toBe(`--data=${dataFolder}`)
  })

  it('is a file of its own for each data folder, written whole and removed whole', () => {
    expect(keepEntry(folder, START, true)).toBeNull()
    expect(keepEntry(folder, other, true)).toBeNull()
    expect(readdirSync(folder).toSorted()).toEqual(
      ['bitten.desktop', `${entryName(other)}.desktop`].toSorted(),
    )
    expect(readFileSync(path.join(folder, 'bitten.desktop'), 'utf8')).toBe(desktopEntry(START))
    keepEntry(folder, START, false)
    expect(readdirSync(folder)).toEqual([`${entryName(other)}.desktop`])
  })

  it('that was never set up is nothing to remove', () => {
    expect(keepEntry(folder, START, false)).toBeNull()
  })

  it('that can’t be written is said, with the file and the reason', () => {
    const file = path.join(tmpdir(), `bitten-login-${process.pid}`)
    writeFileSync(file, 'not a folder')
    try {
      expect(keepEntry(path.join(file, 'autostart'), START, true)).toMatch(/could not be set up to start at login: .*bitten\.desktop can't be written \(ENOTDIR\)\.$/) // prettier-ignore
    } finally {
      rmSync(file)
    }
  })

  it('on a Mac is set up only where nothing has to be handed on', () => {
    expect(whyNotOnMac(START)).toBeNull()
    expect(whyNotOnMac({ ...START, app: '/src' })).toContain('only an installed app')
    expect(whyNotOnMac(other)).toContain('usual data folder only')
    expect(whyNotOnMac({ ...START, training: false })).toContain('with the training ground only')
  })
})
