import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointDistances } from './point-distances.ts'

const EURUSD = { bid: 1.10234, ask: 1.10236, digits: 5 }
const USDJPY = { bid: 151.234, ask: 151.241, digits: 3 }
const buy = (stop: string, target: string) => ({ side: 'buy', stop, target }) as const
const sell = (stop: string, target: string) => ({ side: 'sell', stop, target }) as const

describe('stops as distances', () => {
  it.each([
    ['a buy at five digits, from the ask', buy('1.10036', '1.10636'), EURUSD, 200, 400],
    ['a sell at five digits, from the bid', sell('1.10434', '1.09834'), EURUSD, 200, 400],
    ['a buy at three digits, from the ask', buy('151.041', '151.641'), USDJPY, 200, 400],
    ['a sell at three digits, from the bid', sell('151.434', '150.834'), USDJPY, 200, 400],
    ['a price with fewer digits than the symbol', buy('1.1', '1.11'), EURUSD, 236, 764],
  ])('of %s', (_, order, quote, sl, tp) => {
    expect(pointDistances(order, quote)).toEqual({ is: 'distances', sl, tp })
  })

  it.each([
    ['a stop above the price of a buy', buy('1.10300', '1.10636')],
    ['a stop at the price of a buy', buy('1.10236', '1.10636')],
    ['a stop below the price of a sell', sell('1.10200', '1.09834')],
    ['a target below the price of a buy', buy('1.10036', '1.10200')],
    ['a stop of zero for a sell', sell('0', '1.09834')],
  ])('are refused for %s', (_, order) => {
    expect(pointDistances(order, EURUSD).is).toBe('refused')
  })

  it('lead back to the same prices to the point, at three and at five digits', () => {
    const digits = fc.constantFrom(3, 5)
    const distance = fc.integer({ min: 1, max: 20_000 })
    fc.assert(
      fc.property(
        digits,
        fc.boolean(),
        fc.integer({ min: 50_000, max: 200_000 }),
        distance,
        distance,
        (d, isBuy, at, sl, tp) => {
          const text = (points: number) => (points / 10 ** d).toFixed(d)
          const quote = { bid: (at - 2) / 10 ** d, ask: at / 10 ** d, digits: d }
          const entry = isBuy ? at : at - 2
          const order = isBuy
            ? buy(text(entry - sl), text(entry + tp))
            : sell(text(entry + sl), text(entry - tp))
          expect(pointDistances(order, quote)).toEqual({ is: 'distances', sl, tp })
        },
      ),
    )
  })
})
