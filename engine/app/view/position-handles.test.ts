import { describe, expect, it } from 'vitest'
import { OpenPosition, SymbolSpec } from '../../contracts/wire/index.ts'
import { handlesOf } from './position-handles.ts'

const spec = (changes: Record<string, unknown> = {}) =>
  SymbolSpec.parse({
    index: 0, name: 'EURUSD', pair: 'EURUSD', digits: 5, tickSize: 0.00001, tickValue: 1, contract: 100_000, lotMin: 0.01,
    lotMax: 100, lotStep: 0.01, stopLevel: 20, freezeLevel: 0, commissionPerLot: 7, ...changes,
  }) // prettier-ignore

const position = (changes: Record<string, unknown> = {}) =>
  OpenPosition.parse({
    position: '7001', symbol: 'EURUSD', side: 'buy', lots: '0.50', open: '1.10000', stop: '1.09800', target: '1.10400', profit: '0',
    swap: '-0.50', openMs: 1, magic: 777_001, id: null, ...changes,
  }) // prettier-ignore

describe('the handles of a position', () => {
  it('count money for all of its lots, swap and the whole commission included', () => {
    expect(handlesOf(position(), spec(), 110_100)).toMatchObject({ pointCents: 50, costCents: -400 })
    const yen = spec({ digits: 3, tickSize: 0.001, tickValue: 0.65 })
    expect(handlesOf(position(), yen, 110_100).pointCents).toBeCloseTo(32.5)
  })

  it('put break-even where the costs are earned back, and never a point before', () => {
    expect(handlesOf(position(), spec(), 110_100).breakEven).toBe('1.10008')
    expect(handlesOf(position({ side: 'sell', stop: '1.10200' }), spec(), 109_900).breakEven).toBe('1.09992')
  })

  it.each([
    ['the price has not left it behind by the stop level', position(), 110_027],
    ['the stop is nearer already', position({ stop: '1.10010' }), 110_100],
  ])('have no break-even while %s', (_why, open, now) => {
    expect(handlesOf(open, spec(), now).breakEven).toBeNull()
  })

  it('keep the stop as far from the price as the broker wants, and a point where it wants nothing', () => {
    expect(handlesOf(position(), spec(), 110_100).nearestStop).toBe('1.10080')
    expect(handlesOf(position({ side: 'sell' }), spec({ stopLevel: 0 }), 110_100).nearestStop).toBe('1.10101')
  })

  it('do not know the costs where the terminal has not said what commission is', () => {
    expect(handlesOf(position(), spec({ commissionPerLot: null }), 110_100)).toMatchObject({
      costCents: null,
      breakEven: '1.10000',
    })
  })
})
