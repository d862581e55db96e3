import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { settingFacts } from '../../engine/host/settings/setting-facts.ts'
import { PHRASES } from '../../engine/host/settings/unsafe.ts'
import { tableUnder } from './markdown.ts'
import { settingRow } from './setting-row.ts'

const PAGE = path.resolve(import.meta.dirname, '../../docs/settings.md')
const text = readFileSync(PAGE, 'utf8')

/** The page with its table as the schema makes it. */
function withTable(page: string): string {
  const rule = page.indexOf('\n| --- |', page.indexOf('\n## Every setting\n'))
  const from = page.indexOf('\n', rule + 1) + 1
  const to = page.indexOf('\n\n', from)
  return `${page.slice(0, from)}${settingFacts().map(settingRow).join('\n')}${page.slice(to)}`
}

describe('docs/settings.md', () => {
  // `npx vitest run --project unit tests/docs/settings.test.ts -u` writes it anew.
  test('has every setting of the schema with its default, its range, when it holds and what it means', async () => {
    await expect(withTable(text)).toMatchFileSnapshot(PAGE)
  })

  test('says something of each', () => {
    for (const { key, meaning } of settingFacts())
      expect([key, meaning]).toEqual([key, expect.stringMatching(/^\S.*\.$/)])
  })

  test('has all words that an unsafe change may want', () => {
    expect(tableUnder(text, '## Words that are wanted').map(([words]) => words)).toEqual(PHRASES)
  })
})
