import { expect, test } from 'vitest'
import { DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

const terminalOf = (desk: DeskHarness) => desk.engine.desk.terminals.get(DESK)

test('a tick older than the last is counted and changes nothing', () => {
  const desk = new DeskHarness()
  desk
    .play(2, () => 110_000)
    .link()
    .play(1, () => 110_000)
  desk.engine.tickPoints(DESK, 0, desk.nowMs() - MINUTE, 1, 2)
  expect(terminalOf(desk)?.faults).toBe(1)
  expect(terminalOf(desk)?.at(0)?.market.bid).toBe(110_000)
})

test('a minute that is told again after a reconnect changes nothing and is no fault', () => {
  const desk = new DeskHarness()
  desk
    .play(2, () => 110_000)
    .link()
    .play(2, () => 110_000)
  const { ticks } = terminalOf(desk) ?? {}
  desk.engine.terminalDown(DESK, 'the socket closed')
  desk.link()
  desk.engine.tickPoints(DESK, 0, desk.nowMs() - 1_000, 1, 2)
  desk.engine.tickPoints(DESK, 0, desk.nowMs(), 110_000, 110_010)
  expect(terminalOf(desk)).toMatchObject({ ticks, faults: 0 })
  expect(terminalOf(desk)?.at(0)?.market.bid).toBe(110_000)
})
