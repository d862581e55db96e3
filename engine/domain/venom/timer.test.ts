import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smartTimer, type TimerInputs } from './timer.ts'
import { ValueDecile } from './value-decile.ts'

const MINUTE = 60_000

const usual = (over: Partial<TimerInputs> = {}): TimerInputs => ({
  signal: 'RAPID_ASSAULT',
  roomOfStop: 0.5,
  sigmaRatio: 1,
  sessionMinutes: 240,
  momentum: 0,
  newsMinutes: 60,
  ...over,
})
const minutes = (over: Partial<TimerInputs> = {}) => smartTimer(usual(over)).lifeMs / MINUTE

describe('the smart timer', () => {
  test('is 25 minutes of a rapid assault and 65 of a precision strike when all is as usual', () => {
    expect([minutes(), minutes({ signal: 'PRECISION_STRIKE' })]).toEqual([25, 65])
  })

  test('is cut by a fast market, by what runs away, by little room, by the end of the day and by news', () => {
    for (const over of [
      { sigmaRatio: 2 },
      { momentum: 1 },
      { roomOfStop: 0.2 },
      { sessionMinutes: 60 },
      { newsMinutes: 20 },
    ])
      expect(minutes(over)).toBeLessThan(25)
  })

  test('treats what is not known as the shortest', () => {
    const unknown = { sigmaRatio: null, momentum: null, newsMinutes: null }
    const shares = smartTimer(usual(unknown)).shares.filter(
      ({ name }) => name !== 'integrity' && name !== 'session',
    )
    expect(shares.map(({ factor }) => factor)).toEqual([0.3, 0.3, 0.3])
  })

  test('is 0.3 to 2 times its base, and its shares with their weights say why', () => {
    const maybe = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }))
    const any = fc.record<TimerInputs>({
      signal: fc.constantFrom('RAPID_ASSAULT', 'PRECISION_STRIKE'),
      roomOfStop: fc.double({ min: 0, max: 3, noNaN: true }),
      sigmaRatio: maybe(0, 9),
      sessionMinutes: fc.double({ min: 0, max: 1_440, noNaN: true }),
      momentum: maybe(-9, 9),
      newsMinutes: maybe(0, 3_000),
    })
    fc.assert(
      fc.property(any, inputs => {
        const { lifeMs, shares } = smartTimer(inputs)
        const base = inputs.signal === 'RAPID_ASSAULT' ? 25 : 65
        const factor = shares.reduce((sum, share) => sum + share.weight * share.factor, 0)
        expect(shares.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
        expect(lifeMs).toBe(Math.round(base * Math.min(2, Math.max(0.3, factor))) * MINUTE)
        for (const { text } of shares) expect(text).toMatch(/^[A-Z].*\.$/)
      }),
    )
  })
})

describe('the best tenth of expected values', () => {
  test('is unknown before a hundred candidates', () => {
    const values = new ValueDecile()
    for (let k = 0; k < 99; k++) values.add(k)
    expect(values.bound).toBeNull()
    values.add(99)
    expect(values.bound).toBe(89)
  })

  test('is what a sort of the last thousand says', () => {
    const any = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 100, maxLength: 1_300 })
    fc.assert(
      fc.property(any, all => {
        const values = new ValueDecile()
        for (const value of all) values.add(value)
        const last = all.slice(-1_000).toSorted((a, b) => a - b)
        expect(values.bound).toBe(last[Math.ceil(0.9 * last.length) - 1])
      }),
      { numRuns: 50 },
    )
  })
})
