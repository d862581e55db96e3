import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { AT_THE_START } from '../../engine/host/settings/settings-desk.ts'
import { PHRASES } from '../../engine/host/settings/unsafe.ts'
import { tableUnder } from './markdown.ts'
import { settingRows } from './settings-schema.ts'

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/settings.md'), 'utf8')

describe('docs/settings.md', () => {
  const rows = tableUnder(text, '## Every setting')

  test('has every setting of the schema with its default and its range, and no other', () => {
    expect(rows.map(([setting, byDefault, range]) => ({ key: setting, default: byDefault, range }))).toEqual(
      settingRows(),
    )
    for (const [, , , , meaning] of rows) expect(meaning).toMatch(/^\S.*\.$/)
  })

  test('says of each when it holds', () => {
    for (const [setting = '', , , holds] of rows) {
      const section = setting.replaceAll('`', '').split('.')[0] ?? ''
      expect([setting, holds]).toEqual([setting, AT_THE_START.includes(section) ? 'next start' : 'at once'])
    }
  })

  test('has all words that an unsafe change may want', () => {
    expect(tableUnder(text, '## Words that are wanted').map(([words]) => words)).toEqual(PHRASES)
  })
})
