import { describe, expect, test } from 'vitest'
import { aTape, still, TAPE_STARTS_MS, type TapeMinute } from '../../testkit/minute-tapes.ts'
import type { MinuteTape, TapeReport } from '../../ports/minute-tape.ts'
import { isMarketOpen } from '../../domain/market/session-clock.ts'
import { judgeTape } from './judge-tape.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

const aReport = (over: Partial<TapeReport> = {}): TapeReport => ({
  pair: 'EURUSD',
  files: [],
  rows: 20_000,
  repeated: 0,
  contradicted: 0,
  dropped: {},
  gaps: [],
  faults: [],
  ...over,
})

const wave = (at: number): number => 120_000 + Math.round(300 * Math.sin(at / 200))

/** Weeks of New York, every tenth minute, on a clock that is `shiftHours` fast. */
function weeks(count: number, shiftHours = (_week: number) => 0): MinuteTape {
  const minutes: TapeMinute[] = []
  const times: number[] = []
  for (let timeMs = TAPE_STARTS_MS; times.length < count * 720; timeMs += 10 * MINUTE_MS) {
    if (!isMarketOpen(timeMs)) continue
    const price = wave(times.length)
    minutes.push({ bar: [price, price + 5, price - 5, price] })
    times.push(timeMs + shiftHours(Math.floor(times.length / 720)) * HOUR_MS)
  }
  return { ...aTape(minutes), openMs: Float64Array.from(times) }
}

/** Half of a fortnight's minutes side by side, each opening `apart` points from the last close, now up and now down. */
const zigzag = (apart: number): MinuteTape =>
  aTape(
    Array.from({ length: 15_000 }, (_, at): TapeMinute => {
      const price = wave(at) + (at % 2) * apart
      return { bar: [price, price + 4, price - 4, price] }
    }),
  )

const codesOf = (tape: MinuteTape, report = aReport()) => {
  const { refused, marks } = judgeTape(tape, report)
  return { refused: refused?.code ?? null, marks: marks.map(({ code }) => code) }
}

describe('the data of a pair', () => {
  test('is used without a word when it is in order', () => {
    expect(codesOf(weeks(20))).toEqual({ refused: null, marks: [] })
  })

  test('is refused without a usable minute', () => {
    expect(codesOf(aTape([]))).toMatchObject({ refused: 'NO_MINUTES' })
  })

  test('is refused when a file breaks off', () => {
    const faults = [{ code: 'DAMAGED_FILE', where: 'a.zip:7', text: 'the rest of the file cannot be read' }]
    expect(judgeTape(weeks(20), aReport({ faults })).refused?.text).toBe(
      'EURUSD breaks off at a.zip:7: the rest of the file cannot be read',
    )
  })

  test.each([-7, -1, 1, 2, 5])('is refused on a clock that is %s hours off, with the hours', hours => {
    const { refused } = judgeTape(
      weeks(8, () => hours),
      aReport(),
    )
    expect(refused?.code).toBe('WRONG_CLOCK')
    expect(refused?.text).toContain(`${Math.abs(hours)} h too ${hours > 0 ? 'late' : 'early'}`)
  })

  test('is marked when some of its week-ends are off', () => {
    expect(codesOf(weeks(24, week => (week < 4 ? 1 : 0)))).toEqual({
      refused: null,
      marks: ['CLOCK_CHANGES'],
    })
  })

  test('is used when the broker opens late on Sunday and closes early on Friday', () => {
    const tape = weeks(20)
    const inside = [...tape.openMs]
      .map((_, at) => at)
      .filter(at => (tape.openMs[at] ?? 0) % (24 * HOUR_MS) !== 22 * HOUR_MS)
    const column = (values: Int32Array) => Int32Array.from(inside, at => values[at] ?? 0)
    const shorter: MinuteTape = {
      ...tape,
      length: inside.length,
      openMs: Float64Array.from(inside, at => tape.openMs[at] ?? 0),
      open: column(tape.open),
      high: column(tape.high),
      low: column(tape.low),
      close: column(tape.close),
    }
    expect(codesOf(shorter).refused).toBeNull()
  })

  test('is refused when minutes were told twice and otherwise, and used when they were told the same', () => {
    const tape = weeks(20)
    expect(codesOf(tape, aReport({ repeated: 500, contradicted: 200 })).refused).toBe('MIXED_SOURCES')
    expect(codesOf(tape, aReport({ repeated: 5_000, contradicted: 3 })).refused).toBeNull()
  })

  test('is refused when its minutes jump between two prices', () => {
    expect(codesOf(zigzag(20)).refused).toBe('MIXED_SOURCES')
    expect(codesOf(zigzag(3)).refused).toBeNull()
  })

  test('is refused where another price begins', () => {
    const minutes = [...Array.from({ length: 50 }, () => still(120_000)), still(140_000)]
    const { refused } = judgeTape(aTape(minutes), aReport())
    expect(refused).toEqual({
      code: 'BROKEN_PRICES',
      text: 'EURUSD jumps by more than 10 % at 2018-01-08T12:50: two things are mixed there',
    })
  })

  test('is marked when a tenth of its quotes are crossed, and refused when half of them are', () => {
    const tape = weeks(20)
    expect(codesOf(tape, aReport({ dropped: { CROSSED: 2_000 } })).marks).toEqual(['CROSSED'])
    expect(codesOf(tape, aReport({ dropped: { CROSSED: 20_000 } })).refused).toBe('TOO_MUCH_LEFT_OUT')
  })

  test('is marked when it is too short for the longest setup', () => {
    expect(codesOf(weeks(2)).marks).toEqual(['TOO_LITTLE_HISTORY'])
  })
})
