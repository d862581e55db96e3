import { describe, expect, test } from 'vitest'
import { aMission } from '../../testkit/a-shot.ts'
import { aQuote, aSale } from '../../testkit/judged-shots.ts'
import { ageOf } from './conditions.ts'
import type { ShotInputs } from './shot.ts'

const USUAL: ShotInputs['freshness'] = { rangePoints: 100, spreadRatio: 1, volumeRatio: 1 }

/** The age of a mission at 1.10000 when bid and ask are these, and a quarter hour goes 10 pips. */
const aged = (bid: number, ask: number, mission = aMission(), now = USUAL) =>
  ageOf({ mission, ...aQuote(bid, ask), freshness: now })
const age = (...of: Parameters<typeof aged>) => aged(...of)?.is

describe('the age of a mission', () => {
  test('of a buy is told by the ask, either way from its entry', () => {
    expect(age(110_000, 110_025)).toBe('FRESH')
    expect(age(110_000, 110_026)).toBe('VALID')
    expect(age(109_800, 109_974)).toBe('VALID')
    expect(aged(109_700, 110_120)?.text).toMatch(/^The price is 1\.20 average ranges/)
  })

  test('of a sale is told by the bid', () => {
    expect(age(110_000, 110_090, aSale())).toBe('FRESH')
    expect(age(109_949, 110_000, aSale())).toBe('AGING')
    expect(aged(109_850, 110_000, aSale())?.text).toMatch(/^The price is 1\.50 average ranges/)
  })

  test('is VALID at best where nobody knows how far a quarter hour goes, or it goes nowhere', () => {
    const unknown = { ...USUAL, rangePoints: null }
    expect(aged(110_000, 110_000, aMission(), unknown)).toEqual({
      is: 'VALID',
      text: 'How far a quarter hour goes here is not known.',
    })
    for (const rangePoints of [0, -1])
      expect(age(110_000, 110_000, aMission(), { ...USUAL, rangePoints })).toBe('VALID')
  })

  test('has no meaning without a price', () => {
    expect(ageOf({ mission: aMission(), quote: null, freshness: USUAL })).toBeNull()
  })
})
