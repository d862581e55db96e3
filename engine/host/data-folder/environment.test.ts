import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

describe('the environment', () => {
  it('names the data folder, and the SQLite binding that fits', () => {
    const read = readEnvironment(
      { BITTEN_DATA: '/data/bitten', BITTEN_SQLITE_BINDING: '/b.node', BITTEN_SECRET_KEY: 'sixteen or more' },
      'linux',
      '/home/me',
    )
    expect(read).toEqual({
      dataFolder: '/data/bitten',
      sqliteBinding: '/b.node',
      secretKey: 'sixteen or more',
    })
  })

  it.each([
    ['linux', {}, '/home/me/.local/share/bitten'],
    ['linux', { XDG_DATA_HOME: '/xdg' }, '/xdg/bitten'],
    ['darwin', {}, '/home/me/Library/Application Support/BITTEN'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/BITTEN'],
    ['win32', { BITTEN_DATA: '' }, '/home/me/AppData/Roaming/BITTEN'],
  ] as const)('on %s with %j is the user’s own folder', (platform, variables, folder) => {
    expect(readEnvironment(variables, platform, '/home/me')).toEqual({
      dataFolder: folder,
      sqliteBinding: null,
      secretKey: null,
    })
  })
})
