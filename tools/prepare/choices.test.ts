import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cacheFolder } from './cache-folder.mjs'
import { executableName } from './electron-runtime.mjs'
import { electronNeedsCompat, nodeNeedsCompat } from './sqlite-binding.mjs'

describe('the SQLite binding', () => {
  test('Node-API 9 needs the compiled one, 10 and later take the stock one', () => {
    expect([nodeNeedsCompat('9'), nodeNeedsCompat('10'), nodeNeedsCompat('11')]).toEqual([true, false, false])
  })

  test('Electron 33 needs the compiled one, 35 and 45 take the stock one', () => {
    const needs = ['33.2.1', '34.5.8', '35.0.0', '45.4.1'].map(electronNeedsCompat)
    expect(needs).toEqual([true, true, false, false])
  })
})

describe('the cache folder', () => {
  test('BITTEN_CACHE moves it on every system', () => {
    const given = path.resolve('/somewhere/else')
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(cacheFolder(platform, { BITTEN_CACHE: given }, '/home/ann')).toBe(given)
    }
  })

  test('it follows the habits of each system', () => {
    expect(cacheFolder('linux', {}, '/home/ann')).toBe(path.join('/home/ann', '.cache', 'bitten'))
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '/var/c' }, '/home/ann')).toBe(
      path.join('/var/c', 'bitten'),
    )
    expect(cacheFolder('darwin', {}, '/Users/ann')).toBe(
      path.join('/Users/ann', 'Library', 'Caches', 'bitten'),
    )
    expect(cacheFolder('win32', { LOCALAPPDATA: '/Local' }, '/Users/ann')).toBe(
      path.join('/Local', 'bitten', 'cache'),
    )
  })
})

test('the Electron program is named after the system', () => {
  expect(executableName('win32')).toBe('electron.exe')
  expect(executableName('linux')).toBe('electron')
  expect(executableName('darwin')).toContain('Electron.app')
})
