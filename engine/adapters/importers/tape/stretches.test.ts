import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TapeStretch } from '../../../ports/minute-tape.ts'
import { MinuteColumns } from './minute-columns.ts'
import { Stretches } from './stretches.ts'
import { ToldMinutes } from './told-minutes.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const START = Date.UTC(2010, 4, 3)

type Seen = Readonly<{ own: readonly number[]; tail: readonly number[]; before: number }>

/** The stretches of minutes that come in blocks, as they were when they were handed over. */
function stretchesOf(times: readonly number[], anchorMs: number | null, block = 7): readonly Seen[] {
  const columns = new MinuteColumns()
  const stretches = new Stretches(columns, anchorMs, view => ({
    pair: 'EURUSD',
    digits: 5,
    spreadSource: 'none',
    ...view,
  }))
  const seen: Seen[] = []
  const note = ({ tape, own, before }: TapeStretch) => {
    const opens = [...tape.openMs]
    seen.push({ own: opens.slice(0, own), tail: opens.slice(own), before })
  }
  times.forEach((openMs, at) => {
    columns.addBar({ openMs, open: at, high: at, low: at, close: at, ticks: 0, spread: 0 })
    if (at % block === 0) for (const stretch of stretches.complete()) note(stretch)
  })
  for (const stretch of stretches.complete()) note(stretch)
  note(stretches.rest())
  return seen
}

/** A minute every `hours`. */
const times = (count: number, hours: number): number[] =>
  Array.from({ length: count }, (_, k) => START + k * hours * 60 * MINUTE)

describe('the stretches of a tape', () => {
  test('hold every minute once, and with it half a year of what comes after', () => {
    const minutes = times(8 * 365, 24)
    const seen = stretchesOf(minutes, null)
    expect(seen.flatMap(({ own }) => own)).toEqual(minutes)
    expect(seen.map(({ own }) => own.length)).toEqual([...Array<number>(7).fill(365), 365])
    expect(seen.map(({ before }) => before)).toEqual(Array.from({ length: 8 }, (_, year) => 365 * year))
    for (const { tail } of seen.slice(0, -1)) expect(tail.length).toBeGreaterThanOrEqual(183)
  })

  test('are of no more than a year and a half in memory, however many years there are', () => {
    for (const { own, tail } of stretchesOf(times(10 * 365, 24), null))
      expect(own.length + tail.length).toBeLessThan(365 + 183 + 10)
  })

  test('begin with the anchor where one is given', () => {
    const anchorMs = START + 500 * DAY
    const firsts = stretchesOf(times(3 * 365, 24), anchorMs).map(({ own }) => ((own[0] ?? 0) - START) / DAY)
    expect(firsts).toEqual([0, 135, 500, 865])
  })

  test('leave no minute out where years are missing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 40 }), gaps => {
        let at = START
        const minutes = gaps.map(days => (at += days * DAY))
        const seen = stretchesOf(minutes, null, 3)
        expect(seen.flatMap(({ own }) => own)).toEqual(minutes)
        for (const { own } of seen.slice(0, -1)) {
          expect(own.length).toBeGreaterThan(0)
          expect((own.at(-1) ?? 0) - (own[0] ?? 0)).toBeLessThan(365 * DAY)
        }
      }),
    )
  })

  test('of no minute is one of none', () => {
    expect(stretchesOf([], null)).toEqual([{ own: [], tail: [], before: 0 }])
  })
})

describe('minutes that were told', () => {
  test('are known again, with the same close or another, long after they were let go', () => {
    const told = new ToldMinutes()
    told.add(START, 120_000)
    expect(told.before(START, 120_000)).toBe('same')
    expect(told.before(START, 120_001)).toBe('other')
    expect(told.before(START + MINUTE, 120_000)).toBe('no')
    expect(told.before(START + 9 * 365 * DAY, 120_000)).toBe('no')
  })
})
