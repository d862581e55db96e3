import { describe, expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import { TerminalId, type Cents, type Ulid } from '../../contracts/index.ts'
import type { BodyOf } from '../../contracts/wire/index.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { guardsOf } from './guards-of.ts'

const OLD = TerminalId.parse('closed-chart')
const DAY = 86_400_000
const HOUR = 3_600_000
const BEAT = { brokerConnected: true, tradeAllowed: true, autoTrading: true, brokerPingMs: 1, queue: 0, ticksDropped: 0 } // prettier-ignore

const accountAt = (desk: DeskHarness, cents: number): BodyOf<'account'> => ({
  ...desk.broker.account(),
  balance: cents as Cents,
  equity: cents as Cents,
})
const equity = (desk: DeskHarness, cents: number) =>
  desk.tell({ type: 'account', body: accountAt(desk, cents) })
const beatAt = (marketMs: number) => ({ type: 'beat', body: { ...BEAT, marketMs } }) as never
const codesOf = (answer: ReturnType<DeskHarness['fire']>) =>
  answer.is === 'denied' ? answer.denials.map(denial => denial.code) : [answer.is]
const terminalOf = (desk: DeskHarness) => {
  const terminal = desk.engine.desk.terminals.get(DESK)
  if (!terminal) throw new Error('no terminal is linked')
  return terminal
}
const standingOn = (desk: DeskHarness) =>
  guardsOf(desk.engine.desk, terminalOf(desk)).map(({ guard }) => guard)
const begun = (): DeskHarness =>
  new DeskHarness()
    .play(1, () => 110_000)
    .link()
    .play(1, () => 110_000)
const apply = (desk: DeskHarness, over: object) =>
  desk.engine.command({ kind: 'setSettings', id: '0'.repeat(26) as Ulid, origin: 'window', settings: DeskSettings.parse(over) }) // prettier-ignore

test('a terminal whose chart was closed marks no day with its stopped clock, and the daily limit of its account comes', () => {
  const desk = new DeskHarness()
  desk.engine.terminalUp(OLD, 's', aHello({ uuid: OLD }))
  desk.engine.fact(OLD, beatAt(desk.nowMs()))
  desk.engine.fact(OLD, { type: 'account', body: accountAt(desk, 1_000_000) })
  desk.engine.terminalDown(OLD, 'chart closed')
  const { id } = desk.mission()
  apply(desk, { prop: { dailyLossPct: 2 } })
  for (let cents = 1_000_000; cents >= 950_000; cents -= 5_000) {
    equity(desk, cents)
    desk.engine.wake()
  }
  expect(codesOf(desk.fire(id))).toContain('PROP_DAILY_LOSS')
  expect(desk.events('equityMarked').filter(({ why }) => why !== 'trough').length).toBeLessThan(6)
})

test('two terminals whose clocks are in different days mark each day once', () => {
  const desk = begun()
  desk.engine.terminalUp(OLD, 's', aHello({ uuid: OLD }))
  desk.engine.fact(OLD, beatAt(desk.nowMs() - DAY))
  for (let cents = 1_000_000; cents >= 950_000; cents -= 5_000) {
    desk.engine.fact(OLD, { type: 'account', body: accountAt(desk, cents) })
    equity(desk, cents)
    desk.engine.wake()
  }
  expect(standingOn(desk)).toContain('DAILY_STOP')
  expect(desk.events('equityMarked').filter(({ why }) => why === 'day')).toHaveLength(2)
  expect(desk.events('guardRaised').length + desk.events('guardEnded').length).toBeLessThan(9)
})

describe("a market's clock that runs a day ahead", () => {
  test('ends no daily stop: with the right clock it stands again, also when the equity is back', () => {
    for (const comeBack of [900_000, 1_000_000]) {
      const desk = begun()
      equity(desk, 900_000)
      desk.tell(beatAt(desk.nowMs() + DAY))
      expect(standingOn(desk)).not.toContain('DAILY_STOP')
      desk.crash().greet()
      equity(desk, comeBack)
      desk.tell(beatAt(desk.nowMs()))
      expect(standingOn(desk)).toContain('DAILY_STOP')
    }
  })

  test('is taken anew at the next link, and after the computer has slept', () => {
    const desk = begun()
    desk.tell(beatAt(desk.nowMs() + 23 * HOUR))
    desk.link().play(1, () => 110_000)
    expect(terminalOf(desk).marketMs).toBe(desk.nowMs())
    desk.tell(beatAt(desk.nowMs() + 23 * HOUR))
    desk.sleep(60_000).play(1, () => 110_000)
    expect(terminalOf(desk).marketMs).toBe(desk.nowMs())
  })

  test('marks a day that begins with more once it comes', () => {
    const desk = begun()
    equity(desk, 980_000)
    desk.tell(beatAt(desk.nowMs() + DAY))
    desk.link().play(1, () => 110_000)
    equity(desk, 1_020_000)
    desk.tell(beatAt(desk.nowMs() + DAY))
    expect(desk.events('equityMarked').at(-1)).toMatchObject({ why: 'day', equityCents: 1_020_000 })
    equity(desk, 985_000)
    expect(standingOn(desk)).toContain('DAILY_STOP')
  })

  test('leaves neither a mission nor a price behind that would count as new', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    const ahead = { issuedMs: (mission.issuedMs + DAY) as typeof mission.issuedMs, expiresMs: (mission.expiresMs + DAY) as typeof mission.expiresMs } // prettier-ignore
    desk.engine.desk.record({ kind: 'missionIssued', atMs: ahead.issuedMs, trace: mission.id, mission: { ...mission, ...ahead } }) // prettier-ignore
    desk.engine.tickPoints(DESK, 0, desk.nowMs() + DAY - HOUR, 110_400, 110_406)
    desk.link().tell(beatAt(desk.nowMs())).deliver()
    expect(desk.pending()).toEqual([])
    expect(terminalOf(desk).at(0)?.market.ticks).toBe(0)
    desk.play(1, () => 110_300)
    expect(terminalOf(desk).at(0)?.market.tickMs).toBe(desk.nowMs())
  })
})

test('nothing is fired between a link and the first word of its clock', () => {
  const desk = new DeskHarness()
  const { id } = desk.mission()
  desk.link()
  expect(codesOf(desk.fire(id))).toContain('EQUITY_UNKNOWN')
  desk.play(1, () => 110_400)
  expect(codesOf(desk.fire(id))).toEqual(['done'])
})

test('a terminal whose clock was never set marks no day, and nothing breaks', () => {
  const desk = new DeskHarness()
  desk.engine.terminalUp(OLD, 's', aHello({ uuid: OLD }))
  desk.engine.fact(OLD, beatAt(5))
  desk.engine.fact(OLD, { type: 'account', body: accountAt(desk, 1_000_000) })
  expect(desk.events('equityMarked')).toEqual([])
})
