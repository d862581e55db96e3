import { expect, test } from 'vitest'
import { lotsText } from '../market/price.ts'
import { partRefusal, shareOfLots } from './part-close.ts'

const STEPS = { lotStep: 0.01, lotMin: 0.02 }
const codeOf = (lots: number, open = 0.1, steps = STEPS) => partRefusal(steps, lots, open)?.code ?? 'fine'

test('a part is a whole number of steps', () => {
  expect(codeOf(0.07)).toBe('fine')
  expect(partRefusal(STEPS, 0.055, 0.1)).toEqual({
    code: 'LOTS_STEP',
    text: '0.055 lots is not a whole number of steps of 0.01.',
  })
  expect(codeOf(0)).toBe('LOTS_STEP')
  expect(codeOf(0.3, 1, { lotStep: 0.1, lotMin: 0.1 })).toBe('fine')
})

test('a part is at least the smallest order', () => {
  expect(codeOf(0.02)).toBe('fine')
  expect(partRefusal(STEPS, 0.01, 0.1)).toEqual({
    code: 'LOTS_BELOW_MIN',
    text: '0.01 lots is under the smallest order of 0.02.',
  })
})

test('what is left is the smallest order at least, or nothing', () => {
  expect(codeOf(0.08)).toBe('fine')
  expect(partRefusal(STEPS, 0.09, 0.1)).toEqual({
    code: 'REST_BELOW_MIN',
    text: 'It would leave 0.01 lots, under the smallest of 0.02.',
  })
  expect(codeOf(0.1)).toBe('fine')
})

test('a part is not more than there is', () => {
  expect(partRefusal(STEPS, 0.11, 0.1)).toEqual({
    code: 'LOTS_ABOVE_POSITION',
    text: '0.11 lots is more than the 0.10 that are open.',
  })
})

test('a share of a position is rounded down to whole steps', () => {
  expect([0.5, 0.25, 0.01].map(share => lotsText(shareOfLots(0.05, share, 0.01), 0.01))).toEqual([
    '0.02',
    '0.01',
    '0.00',
  ])
  expect(lotsText(shareOfLots(0.3, 1 / 3, 0.1), 0.1)).toBe('0.1')
})
