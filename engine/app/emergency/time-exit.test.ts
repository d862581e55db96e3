import { describe, expect, test } from 'vitest'
import type { EpochMs } from '../../contracts/index.ts'
import { DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

/** A trade of a mission, and a terminal that says what time it is while no quote comes. */
function aTrade() {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.fire(mission.id)
  desk.deliver().tell({ type: 'positions', body: desk.broker.positions() })
  const exitMs = mission.timeExitMs ?? 0
  const at = (marketMs: number) => {
    const body = { marketMs: marketMs as EpochMs, pingMs: 1, queued: 0, unacked: 0 }
    desk.tell({
      type: 'beat',
      body: { ...body, autoTrading: true, tradeAllowed: true, brokerConnected: true },
    })
    desk.wait(100)
  }
  const asked = () => desk.events('closeRequested').map(({ position, origin }) => [position, origin])
  const [open] = desk.engine.desk.terminals.get(DESK)?.positions ?? []
  return { desk, exitMs, at, asked, position: open?.position ?? '' }
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
})
