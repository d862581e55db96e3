import { describe, expect, test } from 'vitest'
import { TerminalId, type EpochMs } from '../../contracts/index.ts'
import { aHello, DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

const HOUR = 60 * MINUTE

/** A trade of a mission, and a terminal that says what time it is while no quote comes. `by` is the computer's clock then. */
function aTrade() {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.fire(mission.id)
  desk.deliver().tell({ type: 'positions', body: desk.broker.positions() })
  const exitMs = mission.timeExitMs ?? 0
  const told: string[] = []
  const at = (marketMs: number, by = marketMs) => {
    const body = { marketMs: marketMs as EpochMs, pingMs: 1, queued: 0, unacked: 0 }
    desk.mute = true
    desk.sleep(by - desk.nowMs())
    desk.tell({
      type: 'beat',
      body: { ...body, autoTrading: true, tradeAllowed: true, brokerConnected: true },
    })
    desk.engine.wake()
  }
  const asked = () => desk.events('closeRequested').map(({ position, origin }) => [position, origin])
  /** The broker says no to what was asked last. */
  const refuse = () => {
    const { command: id = '' } = desk.events('closeRequested').at(-1) ?? {}
    if (told.includes(id)) return
    told.push(id)
    const answer = { id, is: 'rejected', retcode: 10_018, price: null, lots: null, text: 'Market closed' }
    desk.tell({ type: 'verdict', body: { ...answer, order: null, deal: null, position: null } as never })
  }
  const [open] = desk.engine.desk.terminals.get(DESK)?.positions ?? []
  return { desk, exitMs, at, asked, refuse, position: open?.position ?? '' }
}

describe('a position past its time exit', () => {
  test('is closed by the clock where no quote comes, after the terminal has had its time', () => {
    const { desk, exitMs, at, asked, position } = aTrade()
    at(exitMs + 4_000)
    expect(asked()).toEqual([])
    at(exitMs + 5_000)
    expect(asked()).toEqual([[position, 'timeExit']])
    expect(desk.sent.at(-1)).toMatchObject({ type: 'close', body: { position, lots: null } })
    expect(desk.feed.snapshot().notices[0]?.text).toContain('its time is over')
  })

  test('is asked for once while its answer is awaited, and never where the terminal has closed it', () => {
    const { desk, exitMs, at, asked } = aTrade()
    at(exitMs + 5_000)
    at(exitMs + 6_000)
    expect(asked()).toHaveLength(1)
    const closed = aTrade()
    closed.desk.play((closed.exitMs - closed.desk.nowMs()) / MINUTE + 1, () => 110_300)
    expect(closed.desk.events('tradeClosed').map(({ trade }) => trade.reason)).toEqual(['time'])
    expect(closed.asked()).toEqual([])
    expect(desk.events('closeAnswered')).toEqual([])
  })

  test('waits while the market is closed, where it would be refused', () => {
    const { exitMs, at, asked } = aTrade()
    const saturday = Date.UTC(2026, 0, 10, 12)
    expect(saturday).toBeGreaterThan(exitMs)
    at(saturday)
    expect(asked()).toEqual([])
  })

  test('is not closed early by a terminal whose clock runs ahead, in this session and in a new one', () => {
    const { desk, exitMs, at, asked } = aTrade()
    at(exitMs + 5_000, exitMs - HOUR)
    expect(asked()).toEqual([])
    desk.engine.terminalDown(DESK, 'restarted')
    desk.mute = false
    desk.link()
    at(exitMs + 3 * HOUR, exitMs - HOUR / 2)
    expect(asked()).toEqual([])
    at(exitMs + 4 * HOUR, exitMs + 5_000)
    expect(asked()).toHaveLength(1)
  })

  test('is closed by one terminal only where two of them show the account', () => {
    const { desk, exitMs, at, asked } = aTrade()
    const other = TerminalId.parse('other')
    desk.engine.terminalUp(other, 's2', aHello({ uuid: other }))
    for (const fact of [
      { type: 'specs', body: desk.broker.specs() },
      { type: 'account', body: desk.broker.account() },
      { type: 'positions', body: desk.broker.positions() },
    ] as const)
      desk.engine.fact(other, fact)
    const body = { marketMs: (exitMs + 6_000) as EpochMs, pingMs: 1, queued: 0, unacked: 0 }
    at(exitMs + 4_000)
    desk.engine.fact(other, {
      type: 'beat',
      body: { ...body, autoTrading: true, tradeAllowed: true, brokerConnected: true },
    })
    at(exitMs + 6_000)
    expect(asked()).toHaveLength(1)
    expect(desk.events('closeRequested')[0]?.terminal).toBe(DESK)
  })

  test('is asked for ever more seldom where the broker refuses, as on a holiday', () => {
    const { exitMs, at, asked, refuse } = aTrade()
    for (let second = 5; second < 3_600; second += 5) {
      at(exitMs + second * 1_000)
      refuse()
    }
    expect(asked().length).toBeGreaterThan(10)
    expect(asked().length).toBeLessThan(20)
  })
})
