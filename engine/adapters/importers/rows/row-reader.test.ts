import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_NUMBER, RowReader } from './row-reader.ts'

const COMMA = 44

function readerOn(text: string): RowReader {
  const reader = new RowReader()
  reader.load(Buffer.from(text))
  return reader
}

function priceIn(text: string, digits: number): number {
  const reader = readerOn(text)
  reader.nextRow()
  return reader.price(digits)
}

describe('the row reader', () => {
  it('goes from row to row, counts empty ones, and takes either line end', () => {
    const reader = readerOn('1,2\r\n\r\n3\n\n4')
    const seen: [number, number][] = []

    while (reader.nextRow()) seen.push([reader.row, reader.integer()])

    expect(seen).toEqual([
      [1, 1],
      [3, 3],
      [5, 4],
    ])
  })

  it('goes on counting in the next block', () => {
    const reader = readerOn('1\n2\n')
    while (reader.nextRow());

    reader.load(Buffer.from('3\n'))
    reader.nextRow()

    expect(reader.row).toBe(3)
  })

  it.each([
    ['1.38676', 5, 138_676],
    ['1.3867', 5, 138_670],
    ['112.645000', 3, 112_645],
    ['1', 5, 100_000],
    ['1.', 5, 100_000],
    ['1.386764', 5, 138_676],
    ['1.386765', 5, 138_677],
    ['1.999999', 5, 200_000],
  ])('reads %s with %i digits as %i points', (text, digits, points) => {
    expect(priceIn(text, digits)).toBe(points)
  })

  it.each([
    '',
    'NaN',
    'nan',
    '-1.2',
    '+1.2',
    '0',
    '0.00000',
    '.5',
    'Infinity',
    '99999999999',
    '1e9999999999',
  ])('takes no price from "%s", or stops before what is none', text => {
    const reader = readerOn(`${text},`)
    reader.nextRow()

    expect(reader.price(5) === NO_NUMBER || !reader.take(COMMA)).toBe(true)
  })

  it('reads any price with any digits as the nearest point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2e9 }), fc.integer({ min: 0, max: 8 }), (points, digits) => {
        const text = (points / 10 ** digits).toFixed(digits)
        expect(priceIn(text, digits)).toBe(points)
      }),
    )
  })

  it('shows a row as printable text of at most sixty characters', () => {
    const reader = readerOn(`1\u0007\u00e9${'x'.repeat(90)}\nnext`)
    reader.nextRow()

    expect(reader.rowText()).toMatch(/^1 {3}x{56}$/)
  })

  it('comes to the end of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const reader = new RowReader()
        reader.load(bytes)
        let rows = 0
        while (reader.nextRow()) {
          reader.integer()
          reader.take(COMMA)
          reader.price(5)
          reader.endRow()
          rows += 1
        }
        expect(rows).toBeLessThanOrEqual(bytes.length)
      }),
    )
  })
})
