import { expect, it } from 'vitest'
import { CardPart } from '../../../engine/contracts/card.ts'
import { shownFacts } from '../../../engine/domain/cards/shown-facts.ts'
import { aKill, aSitrep } from '../../../engine/testkit/cards.ts'
import { factRows } from './fact-rows.ts'

const rowsOf = (...given: Parameters<typeof factRows>) =>
  factRows(...given).map(({ name, value }) => `${name}: ${value}`)

it('a card is told fact by fact, the kind of account first', () => {
  expect(rowsOf(aKill({ calibrated: false }))).toEqual([
    'Account: Demo, no real money', 'Call-sign: Viper', 'Pair: EURUSD', 'Side: Long', 'Setup: HOUR-SQUEEZE-CONTINUATION',
    'Result: +2.41 R', 'Pips: +40.2', 'Net, account currency: +1,234.56', 'Lots: 0.35', 'Entry: 1.08500', 'Exit: 1.08902',
    'Opened, UTC: Tue, 06 Jan 2026 11:46:00', 'Closed, UTC: Tue, 06 Jan 2026 14:33:00',
    'Probability: 43.1 %, n 1,234, UNCALIBRATED', 'Order: 01KC8Q7ZV5T0M3R9S2XG4H6J8K',
  ]) // prettier-ignore
})

it('what was left away has no row, and the kind of account and the order still have one', () => {
  expect(rowsOf(shownFacts(aKill({ account: 'live' }), CardPart.options))).toEqual([
    'Account: Live, real money',
    'Order: 01KC8Q7ZV5T0M3R9S2XG4H6J8K',
  ])
})

it('a week is told with the interval of its win rate, and a quiet one without', () => {
  expect(rowsOf(aSitrep())).toContain('Win rate, 95 % interval: 32.6 % – 78.6 %')
  const quiet = aSitrep({
    trades: 0,
    wins: 0,
    winRateLow: undefined,
    winRateHigh: undefined,
    sumR: undefined,
  })
  expect(rowsOf(quiet).join()).not.toMatch(/interval|Sum/)
})
