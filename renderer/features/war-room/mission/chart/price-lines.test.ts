import { expect, test } from 'vitest'
import { aMission, points } from '../../../../../tests/e2e/support/view-parts.ts'
import { priceFormat, priceLines } from './price-lines.ts'

const plan = aMission()

test('every level of the plan is a line with its name, in prices', () => {
  expect(priceLines(plan, null)).toEqual([
    { look: 'target', name: 'TARGET', price: 1.38983 },
    { look: 'entry', name: 'ENTRY', price: 1.38679 },
    { look: 'stop', name: 'STOP', price: 1.38527 },
    { look: 'cancels', name: 'CANCELS', price: 1.386 },
  ])
  const yen = { ...plan, digits: 3, entry: points(102_345) }
  expect(priceLines(yen, null)[1]).toMatchObject({ look: 'entry', price: 102.345 })
})

test('a mission of before, that does not say what cancels it, has no such line', () => {
  const looks = priceLines({ ...plan, invalidBeyond: null }, null).map(({ look }) => look)
  expect(looks).toEqual(['target', 'entry', 'stop'])
})

test('where the market is, is the bid as long as it is heard, and no more than the last one after that', () => {
  expect(priceLines(plan, { price: 1.3867, isLive: true }).at(-1)).toEqual({ look: 'last', name: 'BID', price: 1.3867 })
  expect(priceLines(plan, { price: 1.3867, isLive: false }).at(-1)?.name).toBe('LAST')
}) // prettier-ignore

test('a price is written with all its digits, and moves by exactly one of the last', () => {
  const [usual, yen] = [priceFormat(5), priceFormat(3)]
  expect([usual.minMove, yen.minMove]).toEqual([0.00001, 0.001])
  expect([usual.formatter(0.59338), usual.formatter(1.3), yen.formatter(90.496)]).toEqual(['0.59338', '1.30000', '90.496'])
}) // prettier-ignore
