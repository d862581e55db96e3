import { describe, expect, test } from 'vitest'
import type { BadgeName } from '../../contracts/badges.ts'
import type { EngineEvent } from '../../contracts/events.ts'
import { PAIRS } from '../../contracts/pairs.ts'
import { PublicKey } from '../../contracts/squad.ts'
import { CampaignStream } from '../../testkit/campaign-stream.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { BADGES } from './badges.ts'
import { newCampaign } from './campaign-book.ts'
import { takeFact } from './campaign.ts'
import { statesOf } from './campaign-states.ts'

const stream = (number = 1) => new CampaignStream(number, 'demo').day(0)

function badge(name: BadgeName, ...streams: readonly Pick<CampaignStream, 'events'>[]) {
  const campaign = newCampaign()
  for (const { events } of streams) for (const event of events) takeFact(campaign, event)
  const state = statesOf(campaign, 'demo', 0).badges.find(each => each.name === name)
  if (!state) throw new Error(`${name} is no badge`)
  return { n: state.n, of: state.of, proofs: state.earned?.proofs ?? null }
}
/** The same again and again. */
function times(
  count: number,
  once: (stream: CampaignStream, k: number) => unknown,
  of = stream(),
): CampaignStream {
  for (let k = 0; k < count; k++) once(of, k)
  return of
}
const win = (of: CampaignStream) => of.trade({ netCents: 500 })
const recruit = (k: number): EngineEvent => ({ ...ONE_OF_EACH.enlistmentAccepted, recruit: PublicKey.parse(`${'B'.repeat(40)}${k}AA`) }) // prettier-ignore
const lose = (of: CampaignStream) => of.trade({ netCents: -500, reason: 'stop', ofTarget: -0.5 })

test('there are twelve, each pays 100 to 1,000 XP', () => {
  const paid = Object.values(BADGES).map(({ xp }) => xp)
  expect(paid).toHaveLength(12)
  expect(Math.min(...paid)).toBe(100)
  expect(Math.max(...paid)).toBe(1_000)
})

test('First Blood is the first profitable closed trade, and names it', () => {
  expect(badge('FIRST_BLOOD', lose(stream()))).toEqual({ n: 0, of: 1, proofs: null })
  const won = win(lose(stream()))
  expect(badge('FIRST_BLOOD', won).proofs).toEqual([{ order: won.order, mission: null, atMs: won.atMs - 1 }])
})

test('Sharpshooter is 10 wins, Veteran Trader 100 closed trades, and both show how far they are', () => {
  const nine = times(9, win)
  expect(badge('SHARPSHOOTER', nine)).toMatchObject({ n: 9, proofs: null })
  expect(badge('SHARPSHOOTER', lose(nine))).toMatchObject({ n: 9, proofs: null })
  expect(badge('SHARPSHOOTER', win(nine)).proofs).toHaveLength(10)
  expect(badge('VETERAN_TRADER', times(99, lose))).toMatchObject({ n: 99, proofs: null })
  expect(badge('VETERAN_TRADER', times(100, lose)).proofs).toHaveLength(100)
})

test('Sniper Elite is 50 wins at their planned R or better', () => {
  const short = times(50, of => of.trade({ netCents: 500, ofTarget: 0.9 }))
  expect(badge('SNIPER_ELITE', short)).toMatchObject({ n: 0, proofs: null })
  expect(badge('SNIPER_ELITE', times(50, win, short)).proofs).toHaveLength(50)
})

test('Streak Master is 5 wins in a row on one account; a trade that came out even does not end it', () => {
  expect(badge('STREAK_MASTER', times(4, win, lose(times(4, win))))).toMatchObject({ n: 4, proofs: null })
  const even = times(2, win, times(3, win).trade({ netCents: 0, reason: 'time' }))
  expect(badge('STREAK_MASTER', even).proofs).toHaveLength(5)
  expect(badge('STREAK_MASTER', times(3, win), times(3, win, stream(2)))).toMatchObject({ n: 3 })
})

test('Profit Hunter is +10 R in a calendar month', () => {
  const good = (of: CampaignStream) => of.trade({ netCents: 100, r: 3.3 })
  expect(badge('PROFIT_HUNTER', times(3, good))).toMatchObject({ n: 9.9, proofs: null })
  expect(badge('PROFIT_HUNTER', good(times(3, good).day(30)))).toMatchObject({ proofs: null })
  expect(badge('PROFIT_HUNTER', times(4, good)).proofs).toHaveLength(4)
})

describe('Risk Manager', () => {
  test('is 50 trades with at most 5 % drawdown and no limit broken', () => {
    const flat = times(50, (of, k) => of.equity(1_000_000 - k * 1_000) && lose(of))
    expect(badge('RISK_MANAGER', flat).proofs).toHaveLength(50)
  })

  test('begins again after a deeper drawdown, a stop of the day, a limit that was tried, or a rule broken', () => {
    const breaks: ((of: CampaignStream) => unknown)[] = [
      of => of.equity(949_999),
      of => of.raise('DAILY_STOP'),
      of => of.tryLimit(),
      of => of.trade({ netCents: -1, reason: 'manual' }),
    ]
    for (const breakIt of breaks)
      expect(badge('RISK_MANAGER', times(49, (of, k) => (k === 24 ? breakIt(of) : lose(of))))).toMatchObject({ n: 24, proofs: null }) // prettier-ignore
  })

  test('takes no payment out of the account for a loss', () => {
    const paidOut = times(50, (of, k) => (k === 10 ? lose(of.equity(500_000, 'trough', -500_000)) : lose(of)))
    expect(badge('RISK_MANAGER', paidOut).proofs).toHaveLength(50)
  })

  test('takes the first word of what was ever paid in for no payment', () => {
    const { events } = times(50, (of, k) =>
      k === 10 ? lose(of.equity(1_000_000, 'day', 1_000_000)) : lose(of),
    )
    const older = events.map(event => {
      if (event.kind !== 'equityMarked' || event.transfersCents !== 0) return event
      const { transfersCents: _, ...silent } = event
      return silent
    })
    expect(badge('RISK_MANAGER', { events: older }).proofs).toHaveLength(50)
  })
})

test('Market Dominator is a profit on 10 pairs with at least 10 trades each', () => {
  const on = (pairs: number, trades: number) =>
    times(pairs * trades, (of, k) => of.trade({ netCents: 100, pair: PAIRS[k % pairs] ?? 'EURUSD' }))
  expect(badge('MARKET_DOMINATOR', on(10, 9))).toMatchObject({ n: 0, proofs: null })
  expect(badge('MARKET_DOMINATOR', on(9, 12))).toMatchObject({ n: 9, proofs: null })
  expect(badge('MARKET_DOMINATOR', on(10, 10)).proofs).toHaveLength(100)
})

test('Diamond Hands is 10 winners held to target through half an R, whichever is told first', () => {
  const held = (of: CampaignStream, k: number) =>
    k % 2 === 0 ? of.issue().shoot().depth(0.5).close() : of.trade().depth(0.7)
  expect(badge('DIAMOND_HANDS', times(9, held))).toMatchObject({ n: 9, proofs: null })
  expect(
    badge(
      'DIAMOND_HANDS',
      times(10, of => of.trade().depth(0.49)),
    ),
  ).toMatchObject({ n: 0 })
  // The target was pulled to the price.
  expect(badge('DIAMOND_HANDS', times(10, of => of.trade({ ofTarget: 0.1 }).depth(0.9)))).toMatchObject({ n: 0 }) // prettier-ignore
  expect(badge('DIAMOND_HANDS', times(10, of => of.trade({ reason: 'time' }).depth(0.9)))).toMatchObject({ n: 0 }) // prettier-ignore
  expect(badge('DIAMOND_HANDS', times(10, held)).proofs).toHaveLength(10)
})

describe('Quick Draw', () => {
  test('is 20 missions decided while fresh, fired or declined with a reason', () => {
    const fresh = times(20, (of, k) =>
      k % 2 ? of.issue().decline('late', 'FRESH') : of.issue().shoot('FRESH'),
    )
    const { proofs } = badge('QUICK_DRAW', fresh)
    expect(proofs?.filter(({ order }) => order !== null)).toHaveLength(10)
    expect(proofs?.filter(({ mission }) => mission !== null)).toHaveLength(20)
  })

  test('counts no mission that was stale, declined without a word or with all others, or fired by AUTO', () => {
    const none = stream()
    none
      .issue()
      .shoot('VALID')
      .issue()
      .shoot('FRESH', 'auto')
      .issue()
      .decline(' ', 'FRESH')
      .issue()
      .decline('all')
    expect(badge('QUICK_DRAW', none)).toMatchObject({ n: 0 })
  })
})

test('Squad Leader is 5 recruits at once, each counted once', () => {
  const four = [1, 2, 3, 4, 4].map(recruit)
  const left: EngineEvent = {
    ...ONE_OF_EACH.recruitRemoved,
    recruit: PublicKey.parse(`${'B'.repeat(40)}1AA`),
  }
  expect(badge('SQUAD_LEADER', stream(), { events: four })).toMatchObject({ n: 4, proofs: null })
  expect(badge('SQUAD_LEADER', stream(), { events: [...four, left, recruit(5)] })).toMatchObject({ n: 4 })
  expect(badge('SQUAD_LEADER', stream(), { events: [...four, recruit(5), left] })).toMatchObject({ n: 5, proofs: [] }) // prettier-ignore
})

test('Legendary Trader is the other eleven', () => {
  const all = times(100, (of, k) =>
    of
      .issue()
      .shoot('FRESH')
      .depth(0.5)
      .close({ netCents: 100, pair: PAIRS[k % 10] ?? 'EURUSD' }),
  )
  expect(badge('LEGENDARY_TRADER', all)).toMatchObject({ n: 10, of: 11, proofs: null })
  expect(badge('LEGENDARY_TRADER', all, { events: [1, 2, 3, 4, 5].map(recruit) }).proofs).toEqual([])
})
