import { describe, expect, it } from 'vitest'
import type { Session } from '../../../engine/contracts/vocabulary.ts'
import { aMission, at, points } from '../../../tests/e2e/support/view-parts.ts'
import { AHEAD, marksOf, type Row } from './marks.ts'

const FRAME = 300_000
const NINE = Date.UTC(2014, 4, 1, 9)
const HOUR = 3_600_000
/** 09:00 to 09:15, an hour of nothing, 10:15 to 10:30. */
const row: Row = {
  frameMs: FRAME,
  candles: [0, 1, 2, 15, 16, 17].map(slot => ({ openMs: NINE + slot * FRAME })),
}
const span = (session: Session, from: number, until: number) =>
  ({ session, fromMs: at(NINE + from * FRAME), untilMs: at(NINE + until * FRAME) }) as const
const plan = aMission({ issuedMs: at(NINE + 16 * FRAME + 9_000), timeExitMs: null })
const marks = (changes: Partial<typeof plan>, ...sessions: ReturnType<typeof span>[]) =>
  marksOf({ ...plan, ...changes }, { sessions }, row)

describe('sessions', () => {
  it('reach from the first of their candles to the last, and not over a pause of the market', () => {
    expect(marks({}, span('ASIAN', 0, 3), span('LONDON', 15, 18)).bands).toEqual([
      { name: 'ASIAN', shade: 0, from: -0.5, until: 2.5 },
      { name: 'LONDON', shade: 0.22, from: 2.5, until: 5.5 },
    ])
  })

  it('are darker where two cities trade', () => {
    const [london, both] = marks({}, span('LONDON', 0, 3), span('OVERLAP', 15, 18)).bands
    expect(both?.shade).toBeGreaterThan(london?.shade ?? 1)
  })
})

describe('what the setup saw', () => {
  const zone = { kind: 'zone', label: 'Opening range', low: points(138_500), high: points(138_600) } as const
  const areas = (fromMs: number, toMs: number) => marks({ structure: [{ ...zone, fromMs, toMs }] }).areas

  it('lies where and as long as it was seen, in prices', () => {
    expect(areas(NINE + FRAME, NINE + 16 * FRAME)).toEqual([
      { name: 'Opening range', from: 0.5, until: 3.5, low: 1.385, high: 1.386 },
    ])
  })

  it('begins at the edge where it is older than the candles, and is left out where it ended before them', () => {
    expect(areas(NINE - HOUR, NINE + 2 * FRAME)).toMatchObject([{ from: -0.5, until: 1.5 }])
    expect(areas(NINE - 2 * HOUR, NINE - HOUR)).toEqual([])
  })

  it('is a candle wide at least', () => {
    expect(areas(NINE + FRAME, NINE + FRAME)).toMatchObject([{ from: 0.5, until: 1.5 }])
  })
})

describe('moments', () => {
  it('are when it was issued, and when its time is up where there is room for that', () => {
    expect(marks({}).moments).toEqual([{ name: 'ISSUED', at: 3.5 }])
    expect(marks({ timeExitMs: at(NINE + 20 * FRAME) }).moments[1]).toEqual({ name: 'TIME EXIT', at: 7.5 })
    expect(marks({ timeExitMs: at(NINE + 90 * FRAME) }).moments).toHaveLength(1)
  })

  it('are none before the first candle', () => {
    expect(marks({ issuedMs: at(NINE - HOUR) }).moments).toEqual([])
  })
})

it('there is room ahead of the last candle', () => {
  expect(marks({}).slots).toBe(row.candles.length + AHEAD)
})
