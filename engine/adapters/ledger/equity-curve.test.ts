import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EquitySums, type TradeResult } from './equity-curve.ts'

function equityCurveOf(results: readonly TradeResult[], points: number) {
  const sums = new EquitySums()
  for (const result of results) sums.push(result)
  return sums.curve(points)
}

const trades = fc.array(
  fc.record({
    closeMs: fc.nat(1e9),
    netCents: fc.integer({ min: -1e6, max: 1e6 }),
    r: fc.integer({ min: -8, max: 24 }).map(eighths => eighths / 8),
  }),
  { maxLength: 300 },
)

describe('the equity curve', () => {
  it('adds results up in the order in which trades closed', () => {
    const curve = equityCurveOf(
      [
        { closeMs: 10, netCents: 500, r: 0.5 },
        { closeMs: 20, netCents: -1_000, r: -1 },
      ],
      100,
    )

    expect(curve).toEqual({
      trades: 2,
      points: [
        { atMs: 10, netCents: 500, r: 0.5 },
        { atMs: 20, netCents: -500, r: -0.5 },
      ],
    })
  })

  it('keeps at most the points asked for, the last one among them, and every one when they fit', () => {
    fc.assert(
      fc.property(trades, fc.integer({ min: 2, max: 60 }), (results, most) => {
        const curve = equityCurveOf(results, most)

        expect(curve.points).toHaveLength(Math.min(results.length, most))
        expect(curve.trades).toBe(results.length)
        if (results.length > 0)
          expect(curve.points.at(-1)).toMatchObject({
            netCents: results.reduce((sum, { netCents }) => sum + netCents, 0),
            r: results.reduce((sum, { r }) => sum + r, 0),
          })
      }),
    )
  })

  it('never changes the order of what it keeps', () => {
    const results = Array.from({ length: 1_000 }, (_, index) => ({ closeMs: index, netCents: 1, r: 0 }))

    const times = equityCurveOf(results, 37).points.map(({ atMs }) => atMs)

    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(new Set(times).size).toBe(37)
  })
})
