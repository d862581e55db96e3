import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { COLUMNS } from '../../../texts/parts.ts'
import { cut, table } from './table.ts'

const linesOf = (...given: Parameters<typeof table>) =>
  table(...given)
    .text.replace(/<\/?pre>/g, '')
    .split('\n')

it('a table has its numbers on the right, one below the other', () => {
  expect(linesOf(['left', 'right', 'right'], [['day', 'n', 'R'], ['11-23', '4', '+1.50'], ['11-20', '12', '−10.25']])).toEqual([
    'day    n      R',
    '11-23  4  +1.50',
    '11-20 12 −10.25',
  ])
}) // prettier-ignore

it('a text is cut with an ellipsis, and not when it fits', () => {
  expect([cut('abcdef', 6), cut('abcdefg', 6), cut('😀😀😀', 2)]).toEqual(['abcdef', 'abcde…', '😀…'])
})

test.prop([
  fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 80 }), fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 9_999_999 })), { minLength: 1 }),
])('a table is never wider than a phone, and never cuts a number', rows => {
  const given = rows.map(([name, r, n]) => [name.replaceAll(/[\s&<>"]/g, 'x'), String(r), String(n)])
  for (const [at, line] of linesOf(['left', 'right', 'right'], given).entries()) {
    expect(Array.from(line).length).toBeLessThanOrEqual(COLUMNS)
    expect(line.split(/\s+/).slice(-2)).toEqual(given[at]?.slice(1))
  }
}) // prettier-ignore
