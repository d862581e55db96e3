import { describe, expect, test } from 'vitest'
import { memoryLedger } from '../../adapters/ledger/index.ts'
import type { TerminalId, Ticket } from '../../contracts/index.ts'
import type { Hello } from '../../contracts/wire/index.ts'
import { aHello, DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'
import { bookFor } from './book.ts'
import { netTodayCents } from '../guards/guards-of.ts'
import { openExposure } from './open-exposure.ts'

const OTHER = 'b'.repeat(32)
const codesOf = (answer: ReturnType<DeskHarness['fire']>) =>
  answer.is === 'denied' ? answer.denials.map(denial => denial.code) : answer.is
const book = (desk: DeskHarness, id: TerminalId = DESK) => {
  const terminal = desk.engine.desk.terminals.get(id)
  if (!terminal) throw new Error(`no terminal ${id}`)
  const { desk: engine } = desk.engine
  return { ...bookFor(engine, terminal, 'EURUSD', 'EURUSD'), netTodayCents: netTodayCents(engine, terminal) }
}

describe('another account on the same terminal', () => {
  test('ends the pending missions of the one before: a drill never reaches a demo account', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.link({ kind: 'demo', loginHash: OTHER })
    expect(codesOf(desk.fire(mission.id))).not.toBe('done')
    expect(desk.pending()).toEqual([])
    expect(desk.events('missionExpired').at(-1)?.reason).toMatch(/another account/)
  })

  test('is another one at another server too, although the login is the same', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.link({ broker: 'Another Broker', server: 'Another-Server' })
    expect(codesOf(desk.fire(mission.id))).not.toBe('done')
    expect(desk.pending()).toEqual([])
  })

  test('ends them too when the app was restarted in between', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.crash().link({ kind: 'demo', loginHash: OTHER })
    expect(codesOf(desk.fire(mission.id))).not.toBe('done')
    expect(desk.pending()).toEqual([])
  })

  test('has its own losses, shots and pauses: nothing is added across accounts', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.fire(mission.id)
    desk.deliver().play(6, minute => 110_400 + minute * 100)
    expect(book(desk)).toMatchObject({ shotsToday: 1 })
    expect(book(desk).netTodayCents).toBeLessThan(0)
    desk.link({ loginHash: OTHER })
    expect(book(desk)).toMatchObject({ shotsToday: 0, netTodayCents: 0, sinceFireOfSymbolMs: null })
    desk.link()
    expect(book(desk)).toMatchObject({ shotsToday: 1 })
  })

  test('may number its deals and positions like the one before: each keeps its own', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.deliver()
    const [first] = desk.events('dealDone')
    if (!first) throw new Error('nothing was filled')
    desk.link({ loginHash: OTHER })
    const other = { ...first.deal, id: null, order: '999' as Ticket }
    desk.tell({ type: 'deal', body: other })
    expect(desk.events('dealDone').map(({ order }) => order)).toEqual([first.order, null])
    desk.tell({ type: 'deal', body: other })
    expect(desk.events('dealDone')).toHaveLength(2)
  })

  test('may have a market clock that stands before the last one', () => {
    const desk = new DeskHarness()
    desk.mission()
    const before = desk.engine.desk.terminals.get(DESK)?.marketMs ?? 0
    desk.link({ loginHash: OTHER })
    desk.engine.tickPoints(DESK, 0, before - 86_400_000, 110_000, 110_006)
    expect(desk.engine.desk.terminals.get(DESK)).toMatchObject({ marketMs: before - 86_400_000, faults: 0 })
  })
})

describe('one account on two terminals', () => {
  test('shares its open trades, shots and losses, so that no limit counts twice', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.deliver()
    const second = 'second' as TerminalId
    desk.engine.terminalUp(second, 'session of the second', aHello({ uuid: second }))
    desk.engine.fact(second, { type: 'beat', body: { marketMs: desk.nowMs(), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } }) // prettier-ignore
    expect(book(desk, second)).toMatchObject({ openTrades: 1, symbolTaken: true, shotsToday: 1 })
  })

  test('shares what its open trades say against another pair, whichever terminal fired them', () => {
    const desk = new DeskHarness()
    const { side } = desk.mission()
    desk.fire(desk.mission().id)
    desk.deliver()
    const second = 'second' as TerminalId
    const exposureOf = (hello: Partial<Hello>) => {
      desk.engine.terminalUp(second, 'session of the second', aHello({ uuid: second, ...hello }))
      const terminal = desk.engine.desk.terminals.get(second)
      return terminal && openExposure(desk.engine.desk, terminal, 'GBPUSD')
    }
    expect(exposureOf({})).toMatchObject([{ pair: 'EURUSD', side }])
    expect(exposureOf({ loginHash: OTHER })).toEqual([])
  })
})

test('an account that turns out to be of another kind than the terminal said disarms it', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.tell({ type: 'account', body: { ...desk.broker.account(), kind: 'live' } })
  expect(codesOf(desk.fire(mission.id))).toContain('NOT_ARMED')
  desk.tell({ type: 'account', body: desk.broker.account() }).deliver()
  expect(codesOf(desk.fire(mission.id))).toBe('done')
})

test('in a new session nothing is fired by the specification of the last one', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.greet()
  desk.tell({ type: 'account', body: desk.broker.account() })
  desk.tell({ type: 'positions', body: desk.broker.positions() }).deliver()
  expect(codesOf(desk.fire(mission.id))).not.toBe('done')
  desk.tell({ type: 'specs', body: desk.broker.specs() }).deliver()
  desk.play(1, () => mission.entry)
  expect(codesOf(desk.fire(mission.id))).toBe('done')
})

test('a mission that was pending when the app died still ends when its time is over', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.crash().link()
  desk.play(26, () => mission.entry)
  expect(desk.pending()).toEqual([])
  expect(desk.events('missionExpired').at(-1)).toMatchObject({ mission: mission.id, reason: 'Its time ran out.' }) // prettier-ignore
})

test('no mission is fired in the dead hours, although it was issued before them', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.play(12, () => mission.entry)
  expect(codesOf(desk.fire(mission.id))).toEqual(['DEAD_HOURS'])
})

test('a bar that closed long before the next tick makes no mission: its price is gone', () => {
  const refusedAfter = (silenceMs: number) => {
    const desk = new DeskHarness()
    desk.play(1, () => 110_000).link()
    desk.play(34 * 60, minute => 110_000 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1))
    desk.play(3.5, () => 110_400).wait(silenceMs)
    const last = desk
      .play(2, () => 110_400)
      .events('missionRefused')
      .at(-1)
    return { setup: last?.mission.setup, isStale: last?.refusals.some(({ code }) => code === 'STALE_DATA') }
  }
  expect(refusedAfter(0)).toEqual({ setup: 'Z5-FADE', isStale: false })
  expect(refusedAfter(40 * MINUTE)).toEqual({ setup: 'Z5-FADE', isStale: true })
})

test('a new account of the training ground is not held up by what the ledger remembers of the last one', () => {
  const ledger = memoryLedger()
  const before = new DeskHarness({ ledger })
  before.fire(before.mission().id)
  before.deliver()
  const armedWith = (loginHash: string) => {
    const desk = new DeskHarness({ ledger, hello: { loginHash } })
    desk.play(1, () => 110_000).link()
    return desk.engine.desk.terminals.get(DESK)?.armed
  }
  expect(armedWith('a'.repeat(32))).toBe(false)
  expect(armedWith(OTHER)).toBe(true)
})

test('a terminal that says it cannot trade is not fired at, and what an earlier session said does not count', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  const fine = { marketMs: desk.nowMs(), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } // prettier-ignore
  for (const what of ['autoTrading', 'tradeAllowed', 'brokerConnected']) {
    desk.tell({ type: 'beat', body: { ...fine, [what]: false } })
    expect(codesOf(desk.fire(mission.id))).toEqual(['TRADE_NOT_ALLOWED'])
  }
  desk.link().play(1, () => mission.entry)
  expect(codesOf(desk.fire(mission.id))).toBe('done')
})

test('a deal of another account with the same position number is not taken for one of ours', () => {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  desk.deliver()
  const [dealIn] = desk.broker.deals()
  desk.greet({ loginHash: OTHER })
  const dealOut = { ...dealIn, deal: '999', id: null, entry: 'out', side: 'buy' }
  desk.tell({ type: 'deal', body: dealOut as never })
  expect(desk.events('dealDone').at(-1)).toMatchObject({ order: null })
  expect(desk.events('tradeClosed')).toEqual([])
})
