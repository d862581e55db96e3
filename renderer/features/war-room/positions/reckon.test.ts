import { describe, expect, it } from 'vitest'
import type { PositionHandles, PositionView } from '../../../../engine/contracts/open-trade-views.ts'
import { aPosition, cents } from '../../../../tests/e2e/support/view-parts.ts'
import { halfOf, reckonPart, reckonStop, reckonTarget } from './reckon.ts'

const HANDLES: PositionHandles = {
  digits: 5, lotStep: 0.01, lotMin: 0.01, nearestStop: '1.10180', breakEven: '1.10008', pointCents: 50, costCents: cents(-4),
} // prettier-ignore

/** Half a lot of EURUSD, bought at 1.10000, now at 1.10200 and 96 dollars up. */
const held = (position: Partial<PositionView> = {}, handles: Partial<PositionHandles> = {}) => ({
  position: aPosition({
    pair: 'EURUSD', symbol: 'EURUSD', side: 'buy', lots: '0.50', open: '1.10000', now: '1.10200', stop: '1.09800', target: '1.10400',
    netCents: cents(96), ...position,
  }),
  handles: { ...HANDLES, ...handles },
}) // prettier-ignore

const why = (reckoned: ReturnType<typeof reckonPart | typeof reckonStop | typeof reckonTarget>) =>
  reckoned.is === 'not' ? reckoned.why?.code : reckoned.is

describe('a part of a position', () => {
  it('takes its share of the result, and says what the rest has at its stop', () => {
    expect(reckonPart(held(), '0.20')).toEqual({
      is: 'ready',
      facts: { lots: '0.20', netCents: cents(38.4), rest: '0.30', restAtStopCents: cents(-62.4) },
    })
  })

  it.each([
    ['', undefined],
    ['a half', 'noNumber'],
    ['-0.1', 'noNumber'],
    ['0', 'noNumber'],
    ['0.205', 'steps'],
    ['0.50', 'wholePosition'],
    ['0.60', 'wholePosition'],
    ['0,10', 'ready'],
  ])('of “%s” lots is %s', (typed, code) => {
    expect(why(reckonPart(held(), typed))).toBe(code)
  })

  it('is never less than the broker’s smallest order, and leaves no less', () => {
    const large = held({}, { lotMin: 0.1 })
    expect(why(reckonPart(large, '0.05'))).toBe('tooFew')
    expect(why(reckonPart(large, '0.45'))).toBe('leavesTooFew')
  })

  it('is a half in whole steps, rounded down, where there is one', () => {
    expect(halfOf(held({ lots: '0.41' }))).toBe('0.20')
    expect(halfOf(held({ lots: '0.01' }))).toBeNull()
    expect(halfOf(held({ lots: '3' }, { lotStep: 1, lotMin: 1 }))).toBe('1')
  })
})

describe('a stop', () => {
  it('says where the trade would end, costs included, and where it would have ended', () => {
    expect(reckonStop(held(), '1.10008')).toEqual({
      is: 'ready',
      facts: { price: '1.10008', netCents: cents(0), wasCents: cents(-104) },
    })
  })

  it.each([
    ['1.09800', 'notNearer'],
    ['1.09700', 'notNearer'],
    ['1.09801', 'ready'],
    ['1.10180', 'ready'],
    ['1.10181', 'tooNear'],
    ['1.2e3', 'noNumber'],
  ])('at %s of a buy is %s', (typed, code) => {
    expect(why(reckonStop(held(), typed))).toBe(code)
  })

  it('of a sell goes down', () => {
    const sold = held(
      { side: 'sell', now: '1.09800', stop: '1.10200', target: '1.09600' },
      { nearestStop: '1.09820' },
    )
    expect(['1.10300', '1.10100', '1.09810'].map(typed => why(reckonStop(sold, typed)))).toEqual([
      'notNearer',
      'ready',
      'tooNear',
    ])
  })

  it('may be set anywhere this side of the price where there is none', () => {
    expect(reckonStop(held({ stop: null }), '1.05')).toMatchObject({
      facts: { price: '1.05000', wasCents: null },
    })
  })
})

describe('a target', () => {
  it('lies beyond the price', () => {
    expect(reckonTarget(held(), '1.10500')).toMatchObject({
      facts: { price: '1.10500', netCents: cents(246), wasCents: cents(196) },
    })
    expect(why(reckonTarget(held(), '1.10200'))).toBe('wrongSide')
  })

  it('can be taken away, but not of a position without a stop', () => {
    expect(reckonTarget(held(), null)).toMatchObject({ facts: { price: null, netCents: null } })
    expect(why(reckonTarget(held({ stop: null }), null))).toBe('noStop')
  })
})
