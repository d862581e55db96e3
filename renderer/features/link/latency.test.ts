import { describe, expect, it } from 'vitest'
import { axisOf, latencyOf, pathOf, samplesOf, SPAN_MS, stemOf } from './latency.ts'

const at = (...seconds: number[]) => seconds.map(second => ({ atMs: second * 1_000, ms: second }))

describe('the latency of a link', () => {
  it('is broken where no beat came, and not joined over the gap', () => {
    expect(latencyOf(at(1, 2, 3, 9, 10)).runs.map(run => run.map(({ ms }) => ms))).toEqual([
      [1, 2, 3],
      [9, 10],
    ])
  })

  it('has the middle and the slow end of its samples, of figures that were measured', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => ({ atMs: n, ms: 100 - n }))
    expect(latencyOf(hundred)).toMatchObject({ n: 100, p50: 50, p95: 95, lowest: 1, highest: 100 })
    expect(latencyOf(at(7))).toMatchObject({ n: 1, p50: 7, p95: 7 })
  })

  it('without samples claims nothing', () => {
    expect(latencyOf([])).toMatchObject({ runs: [], n: 0, p50: null, p95: null })
  })

  it('leaves out what was not told', () => {
    const beats = [
      { atMs: 1, pingMs: 4 },
      { atMs: 2, pingMs: null },
    ]
    expect(samplesOf(beats, 'pingMs')).toEqual([{ atMs: 1, ms: 4 }])
  })

  it('is drawn on a round axis that goes below nought where clocks differ', () => {
    expect(axisOf({ lowest: 3, highest: 41 })).toEqual({ top: 50, bottom: 0 })
    expect(axisOf({ lowest: -12, highest: 0.2 })).toEqual({ top: 1, bottom: -20 })
    expect(axisOf({ lowest: 0, highest: 100 })).toEqual({ top: 100, bottom: 0 })
  })

  it('is drawn from ten minutes ago at the left to now at the right', () => {
    const run = [
      { atMs: 0, ms: 0 },
      { atMs: SPAN_MS, ms: 10 },
    ]
    const field = { width: 600, height: 50 }
    expect(pathOf(run, SPAN_MS, { top: 10, bottom: 0 }, field)).toBe('M0.0 50.0L600.0 0.0')
    expect(pathOf(run.slice(1), SPAN_MS, { top: 20, bottom: 0 }, field)).toBe('M600.0 25.0h1.5')
    expect(stemOf({ atMs: SPAN_MS / 2, ms: 5 }, SPAN_MS, { top: 10, bottom: 0 }, field)).toBe(
      'M300.0 50.0V25.0',
    )
  })
})
