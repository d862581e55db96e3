import { describe, expect, it } from 'vitest'
import type { OpenExposure } from './exposure.ts'
import { exposure } from './exposure.ts'

const open = (
  pair: OpenExposure['pair'],
  side: OpenExposure['side'],
  riskPct: number,
  certainPct?: number,
) => ({
  pair,
  side,
  riskPct,
  correlation: 0,
  ...(certainPct !== undefined && { certainPct }),
})
const figures = (...held: readonly OpenExposure[]) =>
  exposure('AUDUSD', 'sell', 2, held).map(({ code, value }) => [code, value])

describe('one more trade on a currency', () => {
  it('may stand against what is open for certain', () => {
    expect(figures(open('USDJPY', 'buy', 2), open('EURUSD', 'buy', 2))).toEqual([])
  })

  it('has nothing against it in an order that may never be filled', () => {
    expect(figures(open('USDJPY', 'buy', 2), open('EURUSD', 'buy', 2, 0))).toEqual([['CURRENCY_EXPOSURE', 4]])
  })

  it('has less against it in a trade whose stop may be nearer already', () => {
    expect(figures(open('USDJPY', 'buy', 2), open('EURUSD', 'buy', 2, 0.5))).toEqual([
      ['CURRENCY_EXPOSURE', 3.5],
    ])
  })

  it('counts an order that may be filled as if it were', () => {
    expect(figures(open('USDJPY', 'buy', 2, 0))).toEqual([['CURRENCY_EXPOSURE', 4]])
  })

  it('may always take risk away', () => {
    expect(exposure('AUDUSD', 'buy', 2, [open('USDJPY', 'buy', 4)])).toEqual([])
  })
})
