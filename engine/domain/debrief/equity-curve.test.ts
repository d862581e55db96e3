import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import type { EquityCurve } from '../../contracts/queries.ts'
import { aTradeClosed, aUlid } from '../../testkit/events.ts'
import { DebriefBook } from './debrief-book.ts'
import { equityCurve } from './equity-curve.ts'

type Result = Readonly<{ order: number; closeMs: number; netCents: number; r: number }>

function drawn(results: readonly Result[], points: number): EquityCurve {
  const book = new DebriefBook()
  for (const [seq, { order, ...result }] of results.entries()) {
    const closed = aTradeClosed({ account: 'demo', ...result })
    const event = { ...closed, trade: { ...closed.trade, order: aUlid(order), dealOut: `deal ${seq}` } }
    book.take({ seq, wallMs: EpochMs.parse(0), event, hash: '' })
  }
  return equityCurve(book.account('demo').trades, points)
}

const results = fc
  .array(
    fc.record({
      netCents: fc.integer({ min: -1e6, max: 1e6 }),
      r: fc.integer({ min: -8, max: 24 }).map(eighths => eighths / 8),
    }),
    { maxLength: 300 },
  )
  .map(all => all.map((result, at) => ({ order: at + 1, closeMs: at, ...result })))

describe('the equity curve', () => {
  it('adds results up in the order in which trades closed', () => {
    expect(
      drawn(
        [
          { order: 1, closeMs: 10, netCents: 500, r: 0.5 },
          { order: 2, closeMs: 20, netCents: -1_000, r: -1 },
        ],
        100,
      ),
    ).toEqual({
      trades: 2,
      points: [
        { atMs: 10, netCents: 500, r: 0.5 },
        { atMs: 20, netCents: -500, r: -0.5 },
      ],
    })
  })

  it('never adds results of different accounts', () => {
    const book = new DebriefBook()
    const closed = [aTradeClosed({ account: 'simulated' }), aTradeClosed({ account: 'demo', netCents: -77, r: -1, closeMs: 9 })] // prettier-ignore
    for (const [seq, event] of closed.entries()) book.take({ seq, wallMs: EpochMs.parse(0), event, hash: '' })

    expect(equityCurve(book.account('demo').trades, 10)).toEqual({
      trades: 1,
      points: [{ atMs: 9, netCents: -77, r: -1 }],
    })
  })

  it('counts a trade whose rest was filled and closed later once, as the table of trades does', () => {
    const parts = [
      { order: 1, closeMs: 10, netCents: 500, r: 1 },
      { order: 1, closeMs: 30, netCents: 700, r: 1 },
    ]
    expect(drawn(parts, 100)).toEqual({ trades: 1, points: [{ atMs: 10, netCents: 1_200, r: 1 }] })
  })

  it('keeps at most the points asked for, evenly by trade, the last one among them, and every one when they fit', () => {
    fc.assert(
      fc.property(results, fc.integer({ min: 2, max: 60 }), (told, most) => {
        let [netCents, r] = [0, 0]
        const sums = told.map(result => ({
          atMs: result.closeMs,
          netCents: (netCents += result.netCents),
          r: (r += result.r),
        }))

        const { points, trades } = drawn(told, most)

        expect(trades).toBe(told.length)
        expect(points).toHaveLength(Math.min(told.length, most))
        expect(points.at(-1)).toEqual(sums.at(-1))
        expect(sums.filter(({ atMs }) => points.some(point => point.atMs === atMs))).toEqual(points)
        const gaps = points.slice(1).map(({ atMs }, at) => atMs - (points[at]?.atMs ?? 0))
        if (gaps.length > 0) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
