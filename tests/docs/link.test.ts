import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { CHECK_STATES } from '../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../renderer/copy/link-page.ts'
import { testFireCopy } from '../../renderer/copy/test-fire.ts'
import { tableUnder } from './markdown.ts'

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/link.md'), 'utf8')

test('docs/link.md gives every mark of a check, worst first', () => {
  const marks = tableUnder(text, '## Ready to fire').map(([mark]) => mark)
  expect(marks).toEqual([...CHECK_STATES].map(is => linkPageCopy.checks.is[is]))
})

test('docs/link.md gives every figure of the latency, in the order of the page', () => {
  const figures = tableUnder(text, '## Latency').map(([figure]) => figure)
  expect(figures).toEqual(Object.values(linkPageCopy.latency.series).map(({ name }) => name))
})

test('docs/link.md gives every step of a test fire, in the order of the page', () => {
  const steps = tableUnder(text, '## Test fire').map(([step]) => step)
  expect(steps).toEqual(Object.values(testFireCopy.steps))
})

test('docs/link.md names each state of a symbol that is not traded', () => {
  const { refused, pricesOnly, absent } = linkPageCopy.symbols.is
  for (const word of [refused, pricesOnly, absent]) expect(text).toContain(`*${word}*:`)
})
