import { describe, expect, it, test } from 'vitest'
import { aMission, aPosition, points } from '../../../tests/e2e/support/view-parts.ts'
import { levelsOf, priceFormat, priceLines } from './price-lines.ts'

const plan = aMission()
const last = { price: 1.3867, isLive: true }

describe('the lines of a plan', () => {
  it('are all of its levels, each with its name, in prices', () => {
    expect(priceLines(levelsOf(plan, null), null)).toEqual([
      { look: 'target', name: 'TARGET', price: 1.38983 },
      { look: 'entry', name: 'ENTRY', price: 1.38679 },
      { look: 'stop', name: 'STOP', price: 1.38527 },
      { look: 'cancels', name: 'CANCELS', price: 1.386 },
    ])
    expect(levelsOf({ ...plan, digits: 3, entry: points(102_345) }, null).entry).toBe(102.345)
  })

  it('have none for what cancels it where a mission of before does not say so', () => {
    const looks = priceLines(levelsOf({ ...plan, invalidBeyond: null }, null), null).map(({ look }) => look)
    expect(looks).toEqual(['target', 'entry', 'stop'])
  })
})

describe('once it is a trade', () => {
  const held = aPosition({ open: '1.38684', stop: '1.38690', target: '1.38983' })

  it('they are where it was opened and where its stop is now, and nothing cancels it', () => {
    expect(priceLines(levelsOf(plan, held), null)).toEqual([
      { look: 'target', name: 'TARGET', price: 1.38983 },
      { look: 'entry', name: 'OPEN', price: 1.38684 },
      { look: 'stop', name: 'STOP', price: 1.3869 },
    ])
  })

  it('there is no stop where the trade has none', () => {
    const bare = levelsOf(plan, { ...held, stop: null, target: null })
    expect(priceLines(bare, null).map(({ look }) => look)).toEqual(['entry'])
  })
})

test('where the market is, is the bid as long as it is heard, and no more than the last one after that', () => {
  const levels = levelsOf(plan, null)
  expect(priceLines(levels, last).at(-1)).toEqual({ look: 'last', name: 'BID', price: 1.3867 })
  expect(priceLines(levels, { ...last, isLive: false }).at(-1)?.name).toBe('LAST')
})

test('a price is written with all its digits, and moves by exactly one of the last', () => {
  const [usual, yen] = [priceFormat(5), priceFormat(3)]
  expect([usual.minMove, yen.minMove]).toEqual([0.00001, 0.001])
  expect([usual.formatter(0.59338), usual.formatter(1.3)]).toEqual(['0.59338', '1.30000'])
  expect(yen.formatter(90.496)).toBe('90.496')
})
