import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { tableUnder } from './markdown.ts'
import { titlesOf } from './test-titles.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

/** True when the cell is a test file of this project, and has a test of the title that follows, where one does. */
function isShown(cell: string): boolean {
  const [, file = '', title] = /^`([^`]+)`(?: › (.+))?$/.exec(cell) ?? []
  if (file === '' || !existsSync(path.join(ROOT, file))) return false
  if (title === undefined) return true
  return titlesOf(file, read(file)).some(({ text, isGroup }) => !isGroup && text === title)
}

test('each promise of the README names a test that exists', () => {
  const rows = tableUnder(read('README.md'), '## Safety, and the test that shows it')
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.filter(([, cell = '']) => !isShown(cell))).toEqual([])
})
