import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EngineEvent } from '../../contracts/events.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import type { EquityCurve } from '../../contracts/queries.ts'
import { aPause, aTradeClosed } from '../../testkit/events.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openArchive } from './archive.ts'
import { openLedger } from './sqlite-ledger.ts'

const binding = sqliteBinding()
const drawn = (events: readonly EngineEvent[], points: number): EquityCurve => {
  const file = path.join(temporaryFolder(), 'ledger.db')
  const ledger = openLedger({ file, binding })
  ledger.append(events, EpochMs.parse(1_000))
  const archive = openArchive({ file, binding })
  const curve = archive.answer({ kind: 'equityCurve', account: 'demo', points }) as EquityCurve
  archive.close()
  ledger.close()
  return curve
}

/** Trades of this account and of another one, in clusters between events of other kinds. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ netCents: fc.integer({ min: -1e6, max: 1e6 }), r: fc.integer({ min: -8, max: 24 }).map(eighths => eighths / 8) }) },
  { weight: 2, arbitrary: fc.constant('pause' as const) },
  { weight: 1, arbitrary: fc.constant('other' as const) },
) // prettier-ignore

it('adds results up in the order in which trades closed: every sum where they fit, and else true sums with the last among them', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 120 }), fc.integer({ min: 2, max: 40 }), (events, most) => {
      const told = events.map((each, at) =>
        each === 'pause' ? aPause()
        : each === 'other' ? aTradeClosed({ account: 'simulated', netCents: 1e6, r: 1, closeMs: at })
        : aTradeClosed({ account: 'demo', closeMs: at, ...each }),
      ) // prettier-ignore
      let [netCents, r] = [0, 0]
      const sums = events.flatMap((each, atMs) => {
        if (typeof each === 'string') return []
        netCents += each.netCents
        r += each.r
        return [{ atMs, netCents, r }]
      })

      const { points, trades } = drawn(told, most)

      expect(trades).toBe(sums.length)
      if (sums.length <= most) expect(points).toEqual(sums)
      expect(points.length).toBeLessThanOrEqual(most)
      expect(points.at(-1)).toEqual(sums.at(-1))
      expect(sums.filter(({ atMs }) => points.some(point => point.atMs === atMs))).toEqual(points)
    }),
    { numRuns: 60 },
  )
})
