import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { tradeHistory } from '../../testkit/trade-history.ts'
import { DebriefBook } from '../debrief/debrief-book.ts'
import { equityFacts } from './equity.ts'

const ASKED = { account: 'demo', currency: 'USD' } as const

test.prop([fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 99 })], { numRuns: 25 })(
  'its sums are those of the trades, however many, and its deepest fall is on the curve',
  (trades, seed) => {
    const book = new DebriefBook()
    let [r, netCents, n] = [0, 0, 0]
    for (const stored of tradeHistory({ trades, seed })) {
      book.take(stored)
      if (stored.event.kind !== 'tradeClosed') continue
      r += stored.event.trade.r
      netCents += stored.event.trade.netCents
      n += 1
    }
    const facts = equityFacts(book, ASKED)
    if (n < 2) {
      expect(facts).toBeNull()
      return
    }
    expect(facts).toMatchObject({ n, netCents, currency: 'USD', scope: 'trades' })
    expect(facts?.sumR).toBeCloseTo(r)
    expect(facts?.points.at(-1)).toMatchObject({ n, netCents })
    expect(Math.max(...(facts?.points ?? []).map(({ depthR }) => depthR))).toBeCloseTo(facts?.depthR ?? 0)
  },
)
