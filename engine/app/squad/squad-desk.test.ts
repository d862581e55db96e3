import { describe, expect, test } from 'vitest'
import { Cents, type AccountKind } from '../../contracts/primitives.ts'
import { DAY_MS, MINUTE_MS, WEEK_MS } from '../../domain/market/civil.ts'
import { SQUAD_LIMITS } from '../../domain/squad/squad-limits.ts'
import { dispatchesOf, signedEnlistment, signedInvitation, signedReport } from '../../testkit/dispatches.ts'
import { aTradeClosed } from '../../testkit/events.ts'
import { DESK } from '../../testkit/desk-harness.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { SquadTrader } from '../../testkit/squad.ts'

/** So many R each, closed now by the trader's own clock. */
function trade(trader: SquadTrader, account: AccountKind, ...results: readonly number[]): void {
  const { desk } = trader.harness.engine
  for (const r of results) {
    const { trade: usual, ...event } = aTradeClosed({ closeMs: trader.harness.clock.now() })
    const order = desk.nextId()
    desk.record({ ...ONE_OF_EACH.orderRecorded, order, terminal: DESK, account })
    desk.record({ ...event, trade: { ...usual, order, kind: account, r, netCents: Cents.parse(r * 1_000) } })
  }
  desk.commit()
}

function squadOf(...names: readonly string[]) {
  const leader = new SquadTrader('Viper')
  const recruits = names.map(name => new SquadTrader(name))
  for (const recruit of recruits) leader.recruit(recruit)
  return { leader, recruits }
}

describe('three traders who hand texts on', () => {
  test('become a squad whose board shows what each has signed, kind of account by kind of account', () => {
    const { leader, recruits } = squadOf('Ghost 👻', 'نسر')
    const [ghost, eagle] = recruits as [SquadTrader, SquadTrader]
    trade(ghost, 'live', 2, -1, 1.5)
    trade(ghost, 'simulated', 3)
    SquadTrader.wait(WEEK_MS, leader, ghost, eagle)
    for (const recruit of recruits) expect(leader.took(recruit.write({ wish: 'makeReport' }))).toBe('done')

    const board = leader.board()
    expect(board.recruits.map(({ callSign }) => callSign).toSorted()).toEqual(['Ghost 👻', 'نسر'])
    const row = board.recruits.find(({ key }) => key === ghost.key)
    expect(row?.last?.lines).toEqual([
      expect.objectContaining({ account: 'simulated', results: { trades: 1, wins: 1, r: 3 } }),
      expect.objectContaining({ account: 'live', rank: 'NIBBLER', results: { trades: 3, wins: 2, r: 2.5 } }),
    ])
    expect(row?.last?.lines[1]?.winRate).toMatchObject({ n: 3, low: expect.closeTo(0.208, 3) as number, high: expect.closeTo(0.939, 3) as number }) // prettier-ignore
    expect(board.recruits.find(({ key }) => key === eagle.key)?.last?.lines).toEqual([])
    expect(ghost.board().leader).toMatchObject({ key: leader.key, callSign: 'Viper' })
    expect(leader.harness.events('xpAwarded')).toEqual([])
  })

  test('show no more than they want to', () => {
    const leader = new SquadTrader('Viper')
    const [shy, open, bare] = [new SquadTrader('Shy', 'name'), new SquadTrader('Open'), new SquadTrader('Bare', 'all')] // prettier-ignore
    for (const recruit of [shy, open, bare]) {
      leader.recruit(recruit)
      recruit.harness.link()
      trade(recruit, 'simulated', 1)
    }
    SquadTrader.wait(WEEK_MS, leader, shy, open, bare)
    const told = (trader: SquadTrader) => {
      leader.receive(trader.write({ wish: 'makeReport' }))
      return leader.board().recruits.find(({ key }) => key === trader.key)?.last?.lines[0]
    }
    expect(told(shy)).toEqual({ account: 'simulated', rank: 'NIBBLER', winRate: null })
    expect(told(open)).toMatchObject({ results: { trades: 1, wins: 1, r: 1 } })
    expect(told(open)).not.toHaveProperty('money')
    expect(told(bare)).toMatchObject({ money: { netCents: 1_000, currency: 'USD' } })
  })

  test('tell no money where an account of the week is not linked: it may be of another currency', () => {
    const leader = new SquadTrader('Viper')
    const [one, two] = [new SquadTrader('One', 'all'), new SquadTrader('Two', 'all')]
    for (const recruit of [one, two]) {
      leader.recruit(recruit)
      recruit.harness.link()
      trade(recruit, 'simulated', 1)
      recruit.harness.link({ loginHash: 'b'.repeat(32) })
    }
    trade(two, 'simulated', 2)
    SquadTrader.wait(WEEK_MS, leader, one, two)
    const told = (trader: SquadTrader) => {
      leader.receive(trader.write({ wish: 'makeReport' }))
      return leader.board().recruits.find(({ key }) => key === trader.key)?.last?.lines[0]
    }
    expect(told(one)).toMatchObject({ results: { trades: 1, r: 1 } })
    expect(told(one)).not.toHaveProperty('money')
    expect(told(two)).toMatchObject({ results: { trades: 2, r: 3 } })
    expect(told(two)).not.toHaveProperty('money')
    SquadTrader.wait(WEEK_MS, leader, one)
    trade(one, 'simulated', 2)
    SquadTrader.wait(WEEK_MS, leader, one)
    expect(told(one)).toMatchObject({ money: { netCents: 2_000, currency: 'USD' } })
  })

  test('remember all of it over a restart', () => {
    const { leader, recruits } = squadOf('Ghost')
    trade(leader, 'demo', 1)
    SquadTrader.wait(WEEK_MS, leader, ...recruits)
    for (const recruit of recruits) leader.receive(recruit.write({ wish: 'makeReport' }))
    const before = structuredClone(leader.harness.engine.desk.state.squad)
    leader.harness.crash()
    expect(leader.harness.engine.desk.state.squad).toEqual(before)
  })
})

describe('an invitation', () => {
  test('is for as many as it says, and answers the one who uses it twice the same', () => {
    const [leader, ghost, late] = [new SquadTrader('Viper'), new SquadTrader('Ghost'), new SquadTrader('Late')] // prettier-ignore
    const text = leader.invite(1)
    const enlistment = ghost.write({ wish: 'receiveDispatch', text })
    SquadTrader.wait(MINUTE_MS, ghost)
    expect(ghost.write({ wish: 'receiveDispatch', text })).toBe(enlistment)
    expect(leader.took(enlistment)).toBe('done')
    expect(leader.took(enlistment)).toBe('REPLAYED')
    expect(leader.took(late.write({ wish: 'receiveDispatch', text }))).toBe('USED_ALREADY')
    expect(leader.board().invitations).toMatchObject([{ uses: 1, used: 1 }])
  })

  test('runs out by the clock of whoever reads it, whatever the other clock shows', () => {
    const [leader, ghost] = [new SquadTrader('Viper'), new SquadTrader('Ghost')]
    const text = leader.invite(1, 2)
    const enlistment = ghost.write({ wish: 'receiveDispatch', text })
    SquadTrader.wait(2 * DAY_MS + 1, leader)
    expect(leader.took(enlistment)).toBe('EXPIRED')
    SquadTrader.wait(2 * DAY_MS + 1, ghost)
    expect(new SquadTrader('Early').took(text)).toBe('done')
    const late = new SquadTrader('Late')
    SquadTrader.wait(2 * DAY_MS + 1, late)
    expect(late.took(text)).toBe('EXPIRED')
  })

  test('holds for a month at most, whoever signed it', () => {
    const madeMs = new SquadTrader('Ghost').harness.clock.now()
    const body = { invitation: '01KDVDNP00ABCDEFGHJKMNPQRS', callSign: 'Rogue', madeMs, expiresMs: madeMs + 31 * DAY_MS } // prettier-ignore
    const text = signedInvitation('Rogue', body)
    expect(new SquadTrader('Ghost').took(text)).toBe('TOO_LONG_VALID')
  })

  test('of the future, of oneself, of a recruit and of a second leader is refused', () => {
    const { leader, recruits } = squadOf('Ghost')
    const [ghost] = recruits as [SquadTrader]
    expect(leader.took(leader.invite())).toBe('FROM_YOURSELF')
    expect(leader.took(ghost.invite())).toBe('CIRCLE')
    const other = new SquadTrader('Other')
    expect(ghost.took(other.invite())).toBe('ALREADY_ENLISTED')
    SquadTrader.wait(SQUAD_LIMITS.clockMs + 1, other)
    expect(new SquadTrader('Late').took(other.invite())).toBe('FROM_THE_FUTURE')
    ghost.wish({ wish: 'leaveSquad' })
    SquadTrader.wait(SQUAD_LIMITS.clockMs + 1, ghost)
    expect(ghost.took(other.invite())).toBe('done')
  })

  test('is not made while ten are open', () => {
    const leader = new SquadTrader('Viper')
    for (let k = 0; k < SQUAD_LIMITS.openInvitations; k++) leader.invite(1, 1)
    expect(leader.wish({ wish: 'makeInvitation', uses: 1, days: 1 })).toMatchObject({ code: 'TOO_MANY_OPEN' })
    SquadTrader.wait(DAY_MS + 1, leader)
    expect(leader.invite()).toContain('BITTEN1.invitation')
  })
})

describe('an enlistment is refused', () => {
  test('by another leader, and by a desk that never made its invitation', () => {
    const [leader, other, ghost] = [new SquadTrader('Viper'), new SquadTrader('Other'), new SquadTrader('Ghost')] // prettier-ignore
    const enlistment = ghost.write({ wish: 'receiveDispatch', text: leader.invite() })
    expect(other.took(enlistment)).toBe('NOT_FOR_YOU')
    expect(ghost.took(enlistment)).toBe('FROM_YOURSELF')
    expect(new SquadTrader('Viper').took(enlistment)).toBe('UNKNOWN_INVITATION')
  })

  test('when it says that it is older than its invitation, or of tomorrow', () => {
    const [leader, past, future] = [new SquadTrader('Viper'), new SquadTrader('Past'), new SquadTrader('Future')] // prettier-ignore
    SquadTrader.wait(DAY_MS, leader)
    const text = leader.invite(5)
    SquadTrader.wait(DAY_MS + MINUTE_MS, past)
    SquadTrader.wait(2 * DAY_MS, future)
    expect(leader.took(ofYesterday('Past', leader))).toBe('BEFORE_INVITATION')
    expect(leader.took(past.write({ wish: 'receiveDispatch', text }))).toBe('done')
    expect(leader.took(future.write({ wish: 'receiveDispatch', text }))).toBe('FROM_THE_FUTURE')
  })

  test('of a recruit who was removed, until an invitation that is newer', () => {
    const [leader, ghost] = [new SquadTrader('Viper'), new SquadTrader('Ghost')]
    const enlistment = ghost.write({ wish: 'receiveDispatch', text: leader.invite(5) })
    leader.receive(enlistment)
    leader.wish({ wish: 'removeRecruit', recruit: ghost.key, why: 'asked to' })
    expect(leader.board().recruits).toEqual([])
    expect(leader.took(enlistment)).toBe('REMOVED')
    expect(leader.took(ghost.write({ wish: 'makeReport' }))).toBe('REMOVED')
    SquadTrader.wait(MINUTE_MS, leader, ghost)
    expect(leader.took(ghost.write({ wish: 'receiveDispatch', text: leader.invite() }))).toBe('done')
    expect(leader.wish({ wish: 'removeRecruit', recruit: leader.key, why: '' })).toMatchObject({ code: 'STRANGER' }) // prettier-ignore
  })
})

/** Says that it was signed a day before the leader looks at it. */
function ofYesterday(recruit: string, leader: SquadTrader): string {
  const [invitation = ''] = leader.harness.engine.desk.state.squad.invitations.keys()
  const madeMs = leader.harness.clock.now() - DAY_MS
  return signedEnlistment(recruit, { invitation, leader: leader.key, callSign: recruit, madeMs })
}

describe('a report', () => {
  test('comes once a week, from recruits, and never older than the last', () => {
    const { leader, recruits } = squadOf('Ghost')
    const [ghost] = recruits as [SquadTrader]
    const first = ghost.write({ wish: 'makeReport' })
    SquadTrader.wait(WEEK_MS, leader, ghost)
    const second = ghost.write({ wish: 'makeReport' })
    expect(leader.took(second)).toBe('done')
    expect(leader.took(second)).toBe('REPLAYED')
    SquadTrader.wait(MINUTE_MS, ghost)
    expect(leader.took(ghost.write({ wish: 'makeReport' }))).toBe('REPLAYED')
    expect(leader.took(first)).toBe('OLDER')
    expect(new SquadTrader('Other').took(second)).toBe('NOT_FOR_YOU')
    expect(new SquadTrader('Viper').took(second)).toBe('STRANGER')
    expect(leader.board().recruits).toMatchObject([{ reports: 1 }])
  })

  test('that was taken in before its recruit was removed is not taken again after they have enlisted anew', () => {
    const { leader, recruits } = squadOf('Ghost')
    const [ghost] = recruits as [SquadTrader]
    const older = ghost.write({ wish: 'makeReport' })
    SquadTrader.wait(WEEK_MS, leader, ghost)
    const report = ghost.write({ wish: 'makeReport' })
    expect(leader.took(report)).toBe('done')
    leader.wish({ wish: 'removeRecruit', recruit: ghost.key, why: '' })
    SquadTrader.wait(MINUTE_MS, leader, ghost)
    leader.recruit(ghost)
    expect(leader.took(report)).toBe('REPLAYED')
    expect(leader.took(older)).toBe('OLDER')
    leader.harness.crash()
    expect(leader.took(report)).toBe('REPLAYED')
    expect(leader.board().recruits).toMatchObject([{ reports: 0, last: null }])
    SquadTrader.wait(WEEK_MS, leader, ghost)
    expect(leader.took(ghost.write({ wish: 'makeReport' }))).toBe('done')
  })

  test('of a clock that runs ahead, of a week that is not over and of long ago is refused', () => {
    const { leader, recruits } = squadOf('Ghost', 'Rogue', 'Slow')
    const [ghost, rogue, slow] = recruits as [SquadTrader, SquadTrader, SquadTrader]
    const old = slow.write({ wish: 'makeReport' })
    SquadTrader.wait(WEEK_MS, ghost)
    expect(leader.took(ghost.write({ wish: 'makeReport' }))).toBe('FROM_THE_FUTURE')
    const nowMs = leader.harness.clock.now()
    const rogues = (weekMs: number) =>
      signedReport('Rogue', { leader: leader.key, callSign: 'Rogue', weekMs, madeMs: nowMs, lines: [] })
    expect(leader.took(rogues(Date.UTC(2026, 0, 4, 22)))).toBe('WEEK_NOT_OVER')
    expect(leader.took(rogues(Date.UTC(2025, 11, 28)))).toBe('NO_WEEK')
    expect(leader.took(rogue.write({ wish: 'makeReport' }))).toBe('done')
    SquadTrader.wait(6 * WEEK_MS, leader)
    expect(leader.took(old)).toBe('TOO_OLD')
  })

  test('is the same however often it is made', () => {
    const { leader, recruits } = squadOf('Ghost')
    const [ghost] = recruits as [SquadTrader]
    trade(ghost, 'demo', 1, -0.333)
    SquadTrader.wait(WEEK_MS, leader, ghost)
    trade(ghost, 'demo', 5)
    expect(ghost.write({ wish: 'makeReport' })).toBe(ghost.write({ wish: 'makeReport' }))
    leader.receive(ghost.write({ wish: 'makeReport' }))
    expect(leader.board().recruits[0]?.last?.lines[0]?.results).toEqual({ trades: 2, wins: 1, r: 0.67 })
  })
})

test.each(['x', '   ', 'ab\u202ecd', '🦅'.repeat(19), 'x'.repeat(25)])(
  '%j is no call-sign, and it says why',
  callSign => {
    const ghost = new SquadTrader('Ghost')
    const answer = ghost.wish({ wish: 'takeCallSign', callSign, privacy: 'all' })
    expect(answer).toMatchObject({ is: 'refused', code: 'BAD_CALL_SIGN', text: expect.stringMatching(/a call-sign .*\. Choose/) as string }) // prettier-ignore
    expect(ghost.board().me?.callSign).toBe('Ghost')
  },
)

test('nobody without a name signs anything, and another key is another name', () => {
  const ghost = new SquadTrader('Ghost')
  expect(ghost.wish({ wish: 'makeReport' })).toMatchObject({ code: 'NO_LEADER' })
  expect(ghost.wish({ wish: 'leaveSquad' })).toMatchObject({ code: 'NO_LEADER' })
  const { squad } = ghost.harness.engine.desk.state
  if (squad.me) squad.me = { ...squad.me, key: dispatchesOf('Another').key }
  expect(ghost.wish({ wish: 'makeReport' })).toMatchObject({ code: 'OTHER_KEY' })
  squad.me = null
  expect(ghost.wish({ wish: 'makeReport' })).toMatchObject({ code: 'NO_CALL_SIGN' })
})
