import { expect, test } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { HOUR_MS, MINUTE_MS } from '../market/civil.ts'
import { chartWindow, sessionSpans } from './market-chart.ts'

/** A Friday in summer, 05:00 UTC. */
const MORNING = Date.UTC(2014, 5, 13, 5)
const hours = (...of: readonly number[]) => of.map(hour => ({ openMs: MORNING + hour * HOUR_MS }))

test('candles of one session are one span, up to the end of its last candle', () => {
  expect(sessionSpans(hours(0, 1, 2, 3, 7, 8), HOUR_MS)).toEqual([
    { session: 'ASIAN', fromMs: MORNING, untilMs: MORNING + 2 * HOUR_MS },
    { session: 'LONDON', fromMs: MORNING + 2 * HOUR_MS, untilMs: MORNING + 4 * HOUR_MS },
    { session: 'OVERLAP', fromMs: MORNING + 7 * HOUR_MS, untilMs: MORNING + 9 * HOUR_MS },
  ])
})

test('candles longer than an hour belong to no session', () => {
  expect(sessionSpans(hours(0, 4), 4 * HOUR_MS)).toEqual([])
})

test('a market is drawn in quarters of an hour, a mission in bars of its own up to forty after it', () => {
  expect(chartWindow(null, null)).toMatchObject({ frameMinutes: 15, minutes: 101 * 15 })
  const barMs = EpochMs.parse(MORNING)
  expect(chartWindow({ barMs, barMinutes: 60 }, null)).toEqual({
    frameMinutes: 60,
    minutes: 101 * 60,
    beforeMs: MORNING + 40 * 60 * MINUTE_MS,
  })
  expect(chartWindow({ barMs, barMinutes: null }, null).frameMinutes).toBe(15)
})

test('no minute is drawn that is not over, also where a run of before has left later ones', () => {
  const nowMs = EpochMs.parse(MORNING + 90_500)
  const barMs = EpochMs.parse(MORNING)
  for (const plan of [null, { barMs, barMinutes: 15 }])
    expect(chartWindow(plan, nowMs).beforeMs).toBe(MORNING + MINUTE_MS)
})
