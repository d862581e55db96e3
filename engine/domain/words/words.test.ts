import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { certainty } from './certainty.ts'
import { count, counted, gain, inPips, inR, lotsWritten, money, signed, xpText } from './figures.ts'
import { clockOf, dateOf, daysOf, minuteOf, spanOf } from './times.ts'

describe('figures', () => {
  it('are grouped by thousands, and a noun goes by its number', () => {
    expect([7, 1_234, -1_234_567, 1_234.5678].map(count)).toEqual(['7', '1,234', '−1,234,567', '1,234.5678'])
    expect([counted(1, 'trade'), counted(2, 'trade'), counted(1_000, 'loss', 'losses')]).toEqual([
      '1 trade',
      '2 trades',
      '1,000 losses',
    ])
  })

  it('carry a true minus, and a plus where gain and loss are told apart', () => {
    expect([money(1_234), money(-1_234), gain(1_234), gain(-1_234)]).toEqual([
      '12.34',
      '−12.34',
      '+12.34',
      '−12.34',
    ])
    expect([inR(1.25), inR(-0.5), inPips(-10), xpText(1_500), xpText(-40)]).toEqual([
      '+1.25 R',
      '−0.50 R',
      '−10.0 pips',
      '+1,500 XP',
      '−40 XP',
    ])
  })

  test.prop([fc.double({ min: -0.004, max: 0.004, noNaN: true })])(
    'have no sign when they round to nothing',
    value => {
      expect(signed(value, 2)).toBe('0.00')
    },
  )

  it('show lots with two decimals, and more only where the step is finer', () => {
    expect([lotsWritten(0.4), lotsWritten(1), lotsWritten(0.125), lotsWritten(0.001)]).toEqual([
      '0.40',
      '1.00',
      '0.125',
      '0.001',
    ])
  })
})

describe('the certainty of a mission', () => {
  const confidence = { p: 0.364, n: 900, calibrated: true, source: 'model' }

  it('is its p, and of simulated money never calibrated', () => {
    expect(certainty({ confidence, kind: 'demo' })).toBe('p 0.36')
    expect(certainty({ confidence, kind: 'simulated' })).toBe('p 0.36 UNCALIBRATED')
    expect(certainty({ confidence: { ...confidence, calibrated: false }, kind: 'live' })).toBe(
      'p 0.36 UNCALIBRATED',
    )
  })
})

describe('times', () => {
  test.prop([fc.integer({ min: 0, max: 4_102_444_800_000 })])('are those of the calendar, UTC', ms => {
    const [date = '', time = ''] = new Date(ms).toISOString().split('T')
    expect([dateOf(ms), clockOf(ms), minuteOf(ms)]).toEqual([
      date,
      time.slice(0, 5),
      `${date} ${time.slice(0, 5)}`,
    ])
  })

  it('of a span are its first and last day, and one date where it is one day', () => {
    const [morning, evening, next] = [Date.UTC(2014, 4, 5, 8), Date.UTC(2014, 4, 5, 20), Date.UTC(2014, 4, 6)]
    expect([daysOf(morning, next), daysOf(morning, evening)]).toEqual([
      '2014-05-05 to 2014-05-06',
      '2014-05-05',
    ])
  })

  it('that pass are told by their two largest units', () => {
    expect([-5, 400, 59_400, 59_600, 1_500_000, 3_599_000, 3_900_000, 183_600_000].map(spanOf)).toEqual([
      '0 s',
      '0 s',
      '59 s',
      '1 min',
      '25 min',
      '1 h 00 min',
      '1 h 05 min',
      '2 d 3 h',
    ])
  })
})
