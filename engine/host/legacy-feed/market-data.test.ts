import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLegacyTick, aPost, posted } from '../../testkit/predecessor-ea.ts'
import { parseMarketData } from './market-data.ts'

const read = (value: unknown) => {
  const data = parseMarketData(posted(value))
  if (data.is === 'refused') throw new Error(data.text)
  return data
}
const quoteOf = (over: object) => read(aPost({ ticks: [aLegacyTick(over)] })).quotes[0]
const refusalOf = (value: unknown) => {
  const data = parseMarketData(posted(value))
  return data.is === 'refused' ? data.text : null
}

describe('a post of the predecessor', () => {
  it('is prices by pair, and the zero that MQL5 puts at the end of a text is no part of it', () => {
    const bytes = Buffer.concat([posted(aPost()), Buffer.from([0])])
    expect(parseMarketData(bytes)).toMatchObject({
      is: 'data',
      uuid: 'mt5_5012345_1753747200',
      quotes: [{ pair: 'EURUSD', digits: 5, hasProvenPoint: true, bid: 1.10234, ask: 1.10236 }],
      refused: [],
    })
  })

  it.each([
    ['text that is no JSON', 'x', 'the body'],
    ['no uuid', aPost({ uuid: undefined }), 'uuid'],
    ['a price in quotes', aPost({ ticks: [aLegacyTick({ bid: '1.1' })] }), 'ticks.0.bid'],
    ['a price below zero', aPost({ ticks: [aLegacyTick({ ask: -1 })] }), 'ticks.0.ask'],
    ['too many prices', aPost({ ticks: Array.from({ length: 65 }, () => aLegacyTick()) }), 'ticks'],
  ])('with %s is refused with the place', (_, value, place) => {
    expect(refusalOf(value)).toContain(place)
  })

  it.each([
    ['XAUUSD', { symbol: 'XAUUSD' }, 'none of the fifteen pairs'],
    ['a suffix that proves nothing', { symbol: 'EURUSD.m' }, 'none of the fifteen pairs'],
    ['a crossed price', { ask: 1.1 }, 'below the bid'],
    ['a price with a digit too many', { bid: 1.102345, ask: 1.102361, spread: 2 }, 'do not fit'],
  ])('leaves out %s and keeps the others', (_, over, words) => {
    const { quotes, refused } = read(aPost({ ticks: [aLegacyTick(over), aLegacyTick()] }))
    expect(quotes).toHaveLength(1)
    expect(refused[0]).toContain(words)
  })

  it('proves what a point is by the spread that it counts', () => {
    expect(quoteOf({})).toMatchObject({ digits: 5, hasProvenPoint: true })
    expect(quoteOf({ bid: 1.1023, ask: 1.1025, spread: 2 })).toMatchObject({
      digits: 4,
      hasProvenPoint: true,
    })
    const yen = { symbol: 'USDJPY', bid: 151.234, ask: 151.241 }
    expect(quoteOf({ ...yen, spread: 7 })).toMatchObject({ digits: 3, hasProvenPoint: true })
    expect(quoteOf({ ...yen, spread: 0 })).toMatchObject({ digits: 3, hasProvenPoint: false })
    expect(quoteOf({ ...yen, spread: 5 })).toMatchObject({ digits: 3, hasProvenPoint: false })
  })

  it('of random bytes never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), bytes => parseMarketData(bytes).is === 'refused'))
  })
})
