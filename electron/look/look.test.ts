import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { coloursOf } from '../../renderer/theme/colours.ts'
import { dressedPage } from './dressed-page.ts'
import { GROUND } from './ground.ts'
import { lookFile } from './look-file.ts'

const PAGE = path.resolve(import.meta.dirname, '../../renderer/index.html')

let profile = ''
beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'bitten-look-'))
})
afterEach(() => rmSync(profile, { recursive: true, force: true }))

describe('the look of the window', () => {
  it('is night ops before anybody has chosen', () => {
    expect(lookFile(profile).read()).toEqual({ theme: 'night', palette: 'usual' })
  })

  it('is there again at the next start, for its user only', () => {
    expect(lookFile(profile).keep({ theme: 'day', palette: 'safe' })).toEqual({ is: 'done' })
    expect(lookFile(profile).read()).toEqual({ theme: 'day', palette: 'safe' })
    if (process.platform !== 'win32') expect(statSync(path.join(profile, 'look.json')).mode & 0o077).toBe(0)
  })

  it.each(['', 'null', '{"theme":"day"}', '{"theme":"day\\"><script>","palette":"usual"}'])(
    'is the first one where the file holds %s',
    text => {
      writeFileSync(path.join(profile, 'look.json'), text)
      expect(lookFile(profile).read()).toEqual({ theme: 'night', palette: 'usual' })
    },
  )

  it('says so when it can not be kept', () => {
    mkdirSync(path.join(profile, 'look.json'))
    expect(lookFile(profile).keep({ theme: 'day', palette: 'usual' })).toMatchObject({
      is: 'failed',
      text: expect.stringContaining('until the window is closed') as string,
    })
  })
})

describe('a page that is served', () => {
  it('wears the look from its first byte on', () => {
    const page = dressedPage(readFileSync(PAGE, 'utf8'), { theme: 'day', palette: 'safe' })
    expect(page).toContain('<html lang="en" data-theme="day" data-palette="safe">')
    expect(page).not.toContain('"night"')
  })

  it.each(['night', 'day'] as const)('lies on the field of %s before it is drawn', theme => {
    expect(GROUND[theme]).toBe(coloursOf(theme, 'usual').field)
  })
})
