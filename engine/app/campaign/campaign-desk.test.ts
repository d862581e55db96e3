import { describe, expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import type { Ulid } from '../../contracts/index.ts'
import { Rebuild } from '../../domain/campaign/rebuild.ts'
import { DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'
import { packDesk, unpackDesk } from '../desk-memory.ts'
import { emptyDesk } from '../desk-state.ts'
import { fold } from '../fold.ts'

const DAY = 24 * 60 * MINUTE
const ID = '0'.repeat(26) as Ulid
const origin = 'window' as const

/** A trade that ends at its target. */
function traded(): DeskHarness {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  return desk.deliver().play(5, minute => 110_400 - minute * 200)
}
const awards = (desk: DeskHarness) => desk.events('xpAwarded').map(({ reason, xp }) => [reason, xp])

test('an award is told in the turn of its fact, with a name of its own', () => {
  const desk = traded()
  const told = desk.events('xpAwarded')
  expect(told.map(({ reason }) => reason)).toEqual(['PLAN_KEPT', 'RESULT', 'BADGE'])
  expect(new Set(told.map(({ key }) => key)).size).toBe(3)
})

test('a desk that starts again tells nothing twice, from its ledger or from what it kept', () => {
  const desk = traded()
  const before = awards(desk)
  desk
    .crash()
    .link()
    .play(3, () => 109_000)
  expect(awards(desk)).toEqual(before)
  const { state } = desk.engine.desk
  expect(unpackDesk(structuredClone(packDesk(state))).campaign).toEqual(state.campaign)
})

test('what the desk has is what its ledger folds to, and what a rebuild earns', () => {
  const desk = traded()
  desk.engine.command({ kind: 'debriefTrade', id: ID, origin, order: desk.events('orderRecorded')[0]?.order ?? ID, keptPlan: true }) // prettier-ignore
  const folded = emptyDesk()
  const rebuild = new Rebuild()
  desk.all().forEach((event, at) => {
    fold(folded, event)
    rebuild.take({ seq: at + 1, wallMs: event.atMs, event, hash: '' })
  })
  expect(folded.campaign).toEqual(desk.engine.desk.state.campaign)
  expect(folded.xp).toEqual(desk.engine.desk.state.xp)
  expect(rebuild.differences()).toEqual([])
  expect(rebuild.kinds()).toMatchObject([{ account: 'simulated', xp: folded.xp.get('simulated'), older: 0 }])
})

test('marks, guards and trades of an account are of one account', () => {
  const [book] = traded().engine.desk.state.campaign.kinds.values()
  expect(book?.accounts.size).toBe(1)
  expect([...(book?.accounts.values() ?? [])]).toMatchObject([{ clean: [{}], peak: { transfersCents: expect.any(Number) as number } }]) // prettier-ignore
})

test('a day that was kept is paid by the first word of the next trading day, once', () => {
  const desk = traded()
  const order = desk.events('tradeClosed')[0]?.trade.order ?? ID
  desk.engine.command({ kind: 'debriefTrade', id: ID, origin, order, keptPlan: true })
  const kept = () => desk.events('xpAwarded').filter(({ reason }) => reason === 'DAY_KEPT')
  expect(kept()).toEqual([])
  const nextDay = () => {
    desk.tell({ type: 'beat', body: { brokerConnected: true, tradeAllowed: true, autoTrading: true, brokerPingMs: 1, queue: 0, ticksDropped: 0, marketMs: desk.nowMs() + DAY } } as never) // prettier-ignore
    desk.engine.wake()
  }
  nextDay()
  expect(kept()).toMatchObject([{ account: 'simulated', xp: 5, key: 'day:2026-01-07' }])
  nextDay()
  desk
    .crash()
    .link()
    .play(1, () => 109_000)
  nextDay()
  expect(kept()).toHaveLength(1)
})

describe('a trade that is closed at a loss before its plan', () => {
  const broken = (desk: DeskHarness) =>
    desk.events('xpAwarded').filter(({ reason }) => reason === 'RULE_BROKEN')
  /** A short that the price has gone against, a little. */
  const losing = () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    return desk.deliver().play(1, () => 110_420)
  }

  test('by a person through the desk is panic', () => {
    const desk = losing()
    const position = desk.broker.positions().positions[0]?.position as never
    desk.engine.command({ kind: 'closePosition', id: desk.ids.next(desk.nowMs()), origin, terminal: DESK, position }) // prettier-ignore
    desk.deliver().play(1, () => 110_420)
    expect(desk.events('tradeClosed')[0]?.trade).toMatchObject({ reason: 'command' })
    expect(broken(desk)).toMatchObject([{ xp: -2, order: desk.events('orderRecorded')[0]?.order }])
  })

  test('by a flatten is none', () => {
    const desk = losing()
    desk.engine.command({ kind: 'flattenAll', id: desk.ids.next(desk.nowMs()), origin })
    desk.deliver().play(1, () => 110_420)
    expect(desk.events('tradeClosed')[0]?.trade.netCents).toBeLessThan(0)
    expect(broken(desk)).toEqual([])
  })
})

describe('a limit that is tried', () => {
  const tried = (desk: DeskHarness) => desk.events('limitTried').map(({ what }) => what)

  test('is a shot of a person that a hard stop denies, and costs once a day', () => {
    const desk = new DeskHarness()
    const { id } = desk.mission()
    const terminal = desk.engine.desk.terminals.get(DESK)
    desk.engine.desk.record({ kind: 'guardRaised', atMs: desk.nowMs(), terminal: DESK, account: 'simulated', loginHash: terminal?.hello.loginHash ?? '', guard: 'DRAWDOWN_STOP', untilMs: null, text: 'Too deep.', value: null, limit: null }) // prettier-ignore
    desk.fire(id)
    desk.fire(id)
    expect(tried(desk)).toEqual(['DRAWDOWN_STOP', 'DRAWDOWN_STOP'])
    expect(awards(desk)).toEqual([['RULE_BROKEN', -2]])
  })

  test('is none when the market denies the shot, or when AUTO is denied', () => {
    const desk = new DeskHarness()
    const { id } = desk.mission()
    desk.engine.command({ kind: 'pause', id: ID, origin })
    desk.fire(id)
    expect(tried(desk)).toEqual([])
  })

  test('is a wish for settings that are looser than the rank, and none when it is only asked', () => {
    const desk = new DeskHarness()
    desk.mission()
    const wish = (judgeOnly: boolean) =>
      desk.engine.command({ kind: 'setSettings', id: ID, origin, settings: DeskSettings.parse({ riskPct: 2, practiceUnlocked: false }), judgeOnly }) // prettier-ignore
    expect(wish(true).is).toBe('refused')
    expect(tried(desk)).toEqual([])
    expect(wish(false).is).toBe('refused')
    expect(tried(desk)).toEqual(['LOOSER_THAN_RANK'])
  })
})

test('how fresh a mission was is on record when it is fired and when it is declined', () => {
  const desk = new DeskHarness()
  const { id } = desk.mission()
  desk.engine.command({ kind: 'declineMission', id: ID, origin, mission: id, reason: 'too late' })
  expect(desk.events('missionDeclined').at(-1)?.freshness).toMatch(/^(FRESH|VALID|AGING|EXPIRED)$/)
  const fired = traded().events('orderRecorded')[0]
  expect(fired?.freshness).toMatch(/^(FRESH|VALID|AGING|EXPIRED)$/)
})
