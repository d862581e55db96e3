import { describe, expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import type { Cents, EpochMs, Ulid } from '../../contracts/index.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { aTradeClosed } from '../../testkit/events.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { guardsOf } from './guards-of.ts'
import { mustGoBeforeWeekend } from './weekend.ts'

const OTHER = 'b'.repeat(32)
/** Of the first trading day of a desk, and of the one in which its mission comes. */
const DAY_END = Date.UTC(2026, 0, 6, 22)
const MISSION_DAY_END = Date.UTC(2026, 0, 7, 22)

const terminalOf = (desk: DeskHarness) => {
  const terminal = desk.engine.desk.terminals.get(DESK)
  if (!terminal) throw new Error('no terminal is linked')
  return terminal
}
const equity = (desk: DeskHarness, cents: number) =>
  desk.tell({ type: 'account', body: { ...desk.broker.account(), equity: cents as Cents } })
const standingOn = (desk: DeskHarness) =>
  guardsOf(desk.engine.desk, terminalOf(desk)).map(({ guard, code }) => code ?? guard)
const codesOf = (answer: ReturnType<DeskHarness['fire']>) =>
  answer.is === 'denied' ? answer.denials.map(denial => denial.code) : [answer.is]
const raisedOn = (desk: DeskHarness) => desk.events('guardRaised').map(({ guard }) => guard)
const apply = (desk: DeskHarness, over: object) =>
  desk.engine.command({ kind: 'setSettings', id: '0'.repeat(26) as Ulid, origin: 'window', settings: DeskSettings.parse(over) }) // prettier-ignore

/** Closed trades of the desk's account, as the ledger has them: one order stands behind them all. */
function close(desk: DeskHarness, order: Ulid, netCents: number): void {
  const event = aTradeClosed({ netCents, closeMs: desk.nowMs() })
  desk.engine.desk.record({ ...event, trade: { ...event.trade, order } })
  desk.engine.wake()
}
/** A desk that knows its market's time and its account. */
const begun = (): DeskHarness =>
  new DeskHarness()
    .play(1, () => 110_000)
    .link()
    .play(1, () => 110_000)
const nextDay = (desk: DeskHarness): DeskHarness => desk.sleep(DAY_END - desk.nowMs()).play(1, () => 110_000)

/** An order of the desk's account, which its trades can come from. */
function ordered(desk: DeskHarness): Ulid {
  const event = { ...ONE_OF_EACH.orderRecorded, terminal: DESK, account: 'simulated' as const }
  desk.engine.desk.record(event)
  return event.order
}

const A_STRANGER = { position: '777', symbol: 'EURUSD', side: 'sell', lots: '0.10', open: '1.10400', stop: '1.10900', target: null, profit: 0, swap: 0, openMs: 1, magic: 5, id: null } as unknown as OpenPosition // prettier-ignore

describe('the daily stop', () => {
  test('by equity denies every shot, also when the equity comes back, the app dies and the limit is loosened', () => {
    const desk = new DeskHarness()
    const { id } = desk.mission()
    equity(desk, 984_999)
    expect(standingOn(desk)).toEqual(['MEDIC'])
    equity(desk, 969_000)
    expect(codesOf(desk.fire(id))).toEqual(['DAILY_EQUITY'])
    equity(desk, 1_000_000)
    expect(codesOf(desk.fire(id))).toEqual(['DAILY_STOP'])
    desk.crash().link()
    apply(desk, { practiceUnlocked: true })
    expect(codesOf(desk.fire(id))).toContain('DAILY_STOP')
    expect(raisedOn(desk)).toEqual(['MEDIC', 'DAILY_STOP'])
  })

  test('ends with the trading day, which is in the ledger', () => {
    const desk = begun()
    equity(desk, 969_000)
    equity(desk, 1_000_000)
    nextDay(desk)
    expect(standingOn(desk)).toEqual([])
    expect(desk.events('guardEnded').map(({ guard }) => guard)).toEqual(['MEDIC', 'DAILY_STOP'])
    expect(desk.events('equityMarked').at(-1)).toMatchObject({ why: 'day', dayMs: DAY_END })
  })

  test('of one account is not that of another', () => {
    const desk = begun()
    equity(desk, 969_000)
    desk.link({ loginHash: OTHER })
    desk.play(1, () => 110_400)
    expect(standingOn(desk)).toEqual([])
    desk.link()
    desk.play(1, () => 110_400)
    expect(standingOn(desk)).toContain('DAILY_STOP')
  })
})

describe('tilt', () => {
  test('locks for an hour of market time after a fourth loss, over a restart, and a win ends the warning', () => {
    const desk = begun()
    const order = ordered(desk)
    for (let loss = 0; loss < 3; loss++) close(desk, order, -100)
    expect(standingOn(desk)).toEqual(['TILT_WARNING'])
    close(desk, order, -100)
    expect(standingOn(desk)).toEqual(['TILT_WARNING', 'TILT_LOCKOUT'])
    desk.crash().link()
    desk.play(58, () => 110_400)
    expect(standingOn(desk)).toContain('TILT_LOCKOUT')
    desk.play(3, () => 110_400)
    expect(standingOn(desk)).toEqual(['TILT_WARNING'])
    close(desk, order, 100)
    expect(standingOn(desk)).toEqual([])
    expect(desk.events('guardEnded').map(({ guard }) => guard)).toEqual(['TILT_LOCKOUT', 'TILT_WARNING'])
  })

  test('a trade that came out even neither counts nor ends the count', () => {
    const desk = begun()
    const order = ordered(desk)
    for (const cents of [-100, -100, 0, -100]) close(desk, order, cents)
    expect(standingOn(desk)).toEqual(['TILT_WARNING'])
  })
})

describe('the drawdown stop', () => {
  const maxDrawdown = { by: 'static', pct: 2, startBalanceCents: 1_000_000 }

  test('stays when the equity recovers, the day turns and somebody resumes; another limit ends it', () => {
    const desk = new DeskHarness()
    const { id } = desk.mission()
    apply(desk, { prop: { maxDrawdown } })
    equity(desk, 979_000)
    equity(desk, 1_000_000)
    desk.engine.command({ kind: 'resume', id, origin: 'window' })
    expect(codesOf(desk.fire(id))).toEqual(['DRAWDOWN_STOP'])
    desk.crash()
    apply(desk, { prop: { maxDrawdown } })
    desk.link().sleep(MISSION_DAY_END - desk.nowMs())
    desk.play(1, () => 110_400)
    expect(standingOn(desk)).toEqual(['DRAWDOWN_STOP'])
    apply(desk, { prop: { maxDrawdown: { ...maxDrawdown, pct: 4 } } })
    desk.engine.wake()
    expect(standingOn(desk)).toEqual(['DRAWDOWN_STOP'])
    desk.sleep(DAY_MS).play(1, () => 110_400)
    expect(standingOn(desk)).toEqual([])
  })

  test('is not ended by another limit that is overrun too', () => {
    const desk = begun()
    apply(desk, { prop: { maxDrawdown } })
    equity(desk, 970_000)
    apply(desk, { prop: { maxDrawdown: { ...maxDrawdown, pct: 2.5 } } })
    desk.engine.wake()
    expect(standingOn(desk)).toContain('PROP_DRAWDOWN')
    equity(desk, 1_000_000)
    expect(standingOn(desk)).toContain('DRAWDOWN_STOP')
    apply(desk, {})
    desk.engine.wake()
    expect(standingOn(desk)).toContain('DRAWDOWN_STOP')
    desk.sleep(DAY_MS).play(1, () => 110_400)
    expect(standingOn(desk)).not.toContain('DRAWDOWN_STOP')
  })
})

test('the day is not known before the market clock is, and a shot waits for it', () => {
  const desk = new DeskHarness()
  const { id } = desk.mission()
  desk.engine.desk.state.accounts.clear()
  expect(codesOf(desk.fire(id))).toEqual(['EQUITY_UNKNOWN'])
  desk.engine.wake()
  expect(codesOf(desk.fire(id))).toEqual(['done'])
})

describe('positions that are not ours', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  const isLong = mission.side === 'buy'
  const opposite = {
    ...A_STRANGER,
    side: isLong ? 'sell' : 'buy',
    stop: isLong ? '1.10900' : '1.09900',
  } as const
  const riskWith = (over: Partial<OpenPosition>) => {
    desk.tell({ type: 'positions', body: { positions: [{ ...opposite, ...over }] } })
    return desk.feed.snapshot().fire.openRiskCents
  }
  const codesWith = (over: Partial<OpenPosition>) => {
    riskWith(over)
    return codesOf(desk.fire(mission.id))
  }

  test('count in the total risk with the money at their stop, and with nothing behind a stop in profit', () => {
    expect(riskWith({})).toBe(5_070)
    expect(riskWith({ stop: '1.10400' })).toBe(0)
    expect(codesWith({ lots: '1.30' })).toContain('TOTAL_RISK')
  })

  test('deny every shot when they have no stop, or a symbol that nobody has specified', () => {
    for (const over of [{ stop: null }, { stop: '0.00000' }, { symbol: 'XAUUSD' }])
      expect(codesWith(over)).toEqual(['EXTERNAL_RISK'])
  })

  test('on the same side are the same bet once more, and on the other let it pass', () => {
    expect(codesWith({ side: mission.side, stop: isLong ? '1.09900' : '1.10900' })).toEqual(['CORRELATED'])
    expect(codesWith({})).toEqual(['done'])
  })
})

describe('what a window shows of the guards', () => {
  const rows = (desk: DeskHarness) =>
    desk.feed.snapshot().fire.guards.map(({ guard, leftMs, blocks }) => [guard, leftMs, blocks])

  test('is a row for each, with its timer, and one for the link', () => {
    const desk = begun()
    expect(rows(desk)).toEqual([])
    equity(desk, 960_000)
    const leftMs = DAY_END - desk.nowMs()
    expect(rows(desk)).toEqual([['MEDIC', leftMs, false], ['DAILY_STOP', leftMs, true]]) // prettier-ignore
    desk.engine.command({ kind: 'pause', id: '0'.repeat(26) as Ulid, origin: 'window' })
    desk.engine.terminalDown(DESK, 'gone')
    expect(rows(desk).slice(0, 2)).toEqual([['LINK_DOWN', null, true], ['PAUSED', null, true]]) // prettier-ignore
  })

  test('names the announcement and the week-end, until they are over', () => {
    const desk = begun()
    const timeMs = (desk.nowMs() + 5 * 60_000) as EpochMs
    const span = { fromMs: 0 as EpochMs, toMs: (timeMs + 7 * 86_400_000) as EpochMs }
    const event = {
      id: '1',
      timeMs,
      exact: true,
      currency: 'USD',
      importance: 'high',
      name: 'Payrolls',
    } as never
    desk.engine.calendars([{ available: true, ...span, events: [event] }])
    expect(rows(desk)).toEqual([['NEWS_LOCK', 20 * 60_000, true]])
    terminalOf(desk).marketMs = Date.UTC(2026, 0, 9, 20, 30)
    expect(rows(desk)).toEqual([['WEEKEND_LOCK', 49.5 * 3_600_000, true]])
  })
})

test('positions of ours go before the week ends where the firm wants it: from 16:00 in New York until the market closes', () => {
  const desk = begun()
  const ours = { ...A_STRANGER, position: '778' as OpenPosition['position'], magic: 777_001 }
  desk.tell({ type: 'positions', body: { positions: [ours, A_STRANGER] } })
  const at = (utcMs: number) => {
    terminalOf(desk).marketMs = utcMs
    return mustGoBeforeWeekend(desk.engine.desk, terminalOf(desk)).length
  }
  const minutes = (hour: number, minute: number) => at(Date.UTC(2026, 0, 9, hour, minute))
  expect(minutes(21, 30)).toBe(0)
  apply(desk, { prop: { flatByWeekend: true } })
  expect([minutes(20, 59), minutes(21, 0), minutes(21, 59), minutes(22, 0)]).toEqual([0, 1, 1, 0])
})
