import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PublicKey } from '../../contracts/squad.ts'
import { EpochMs, type AccountKind } from '../../contracts/primitives.ts'
import { aTradeClosed, aUlid } from '../../testkit/events.ts'
import { HOUR_MS, WEEK_MS } from '../market/civil.ts'
import { msIntoWeek } from '../market/session-clock.ts'
import { fingerprint } from './fingerprint.ts'
import { foldSquad } from './fold-squad.ts'
import { ownLines } from './own-report.ts'
import { emptySquad } from './squad-state.ts'
import { tradingWeekMs, weekBefore, weekEndMs } from './trading-week.ts'

const instant = fc.integer({ min: Date.UTC(2020, 0, 8), max: Date.UTC(2099, 0, 1) })

describe('a trading week', () => {
  test('begins on a Sunday at 17:00 in New York, in winter and in summer', () => {
    expect(tradingWeekMs(Date.UTC(2026, 0, 6, 9))).toBe(Date.UTC(2026, 0, 4, 22))
    expect(tradingWeekMs(Date.UTC(2026, 6, 8))).toBe(Date.UTC(2026, 6, 5, 21))
    // The clocks of New York went forward on the 8th of March at 2 in the night.
    expect(tradingWeekMs(Date.UTC(2026, 2, 8, 12))).toBe(Date.UTC(2026, 2, 1, 22))
    expect(weekEndMs(Date.UTC(2026, 2, 1, 22))).toBe(Date.UTC(2026, 2, 8, 21))
  })

  test('holds every instant in it, and no other, whatever the clocks do', () => {
    fc.assert(
      fc.property(instant, ms => {
        const weekMs = tradingWeekMs(ms)
        const endMs = weekEndMs(weekMs)
        expect(msIntoWeek(weekMs)).toBe(0)
        expect(weekMs).toBeLessThanOrEqual(ms)
        expect(endMs).toBeGreaterThan(ms)
        expect(Math.abs(endMs - weekMs - WEEK_MS)).toBeLessThanOrEqual(HOUR_MS)
        expect(tradingWeekMs(weekMs)).toBe(weekMs)
        expect(tradingWeekMs(endMs - 1)).toBe(weekMs)
        expect(weekEndMs(weekBefore(ms))).toBe(weekMs)
      }),
    )
  })
})

describe('a week of trades', () => {
  const NOW = Date.UTC(2026, 0, 14, 12)
  const LAST = tradingWeekMs(NOW - WEEK_MS)
  /** Closed then by the broker's time, and stored then by the computer's clock. */
  const told = (account: AccountKind, ...times: readonly (readonly [closeMs: number, wallMs: number])[]) => {
    const squad = emptySquad()
    times.forEach(([closeMs, wallMs], k) => {
      const { trade, ...event } = aTradeClosed({ account, closeMs })
      foldSquad(squad, { ...event, trade: { ...trade, order: aUlid(k + 1) } }, EpochMs.parse(wallMs))
    })
    const facts = { squad, xp: new Map(), currencyOf: () => null }
    return (weekMs: EpochMs) => ownLines(facts, weekMs, 'results')[0]?.results?.trades ?? 0
  }
  /** Six trades of now, each in another week of a clock that runs ahead. */
  const ahead = Array.from({ length: 6 }, (_, k) => [NOW, NOW + (k + 1) * 10 * WEEK_MS] as const)

  test('is not thrown out by a clock that runs ahead for weeks', () => {
    const lastWeek = [LAST + HOUR_MS, LAST + HOUR_MS] as const
    for (const account of ['simulated', 'demo', 'live'] as const)
      expect(told(account, lastWeek, ...ahead, [NOW, NOW])(LAST)).toBe(1)
  })

  test('is the one in which the broker closed them, whatever the computer’s clock shows', () => {
    expect(told('demo', ...ahead, [NOW, NOW])(tradingWeekMs(NOW))).toBe(7)
    expect(told('simulated', [0, NOW], ...ahead)(tradingWeekMs(NOW))).toBe(1)
  })
})

test('a fingerprint is four groups of four, and another key has another', () => {
  const key = PublicKey.parse(`${'A'.repeat(42)}A`)
  expect(fingerprint(key)).toBe('0000-0000-0000-0000')
  expect(fingerprint(PublicKey.parse(`_${'A'.repeat(42)}`))).toBe('ZG00-0000-0000-0000')
  expect(fingerprint(PublicKey.parse(`AAAAAAAAAAAA8${'A'.repeat(30)}`))).not.toBe(fingerprint(key))
})
