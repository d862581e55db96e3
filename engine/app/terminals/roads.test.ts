import { expect, test } from 'vitest'
import type { Road } from '../../contracts/road.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'

const QUOTED = { index: 0, name: 'EURUSD', pair: 'EURUSD', digits: 5 } as const

const rowOf = (desk: DeskHarness) => desk.feed.snapshot().links[0]

/** The harness' terminal, greeted by another road. */
function over(road: Road): DeskHarness {
  const desk = new DeskHarness()
  desk.engine.terminalUp(DESK, 'by another road', aHello({ kind: 'demo' }), road)
  return desk
}

test('a symbol that is only quoted shows its price, and no shot at it passes the gate', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.tell({ type: 'specs', body: { symbols: [], quoted: [QUOTED] } })
  desk.quote(110_400)
  expect(desk.feed.snapshot().prices.EURUSD?.bid).toBe('1.10400')
  const answer = desk.fire(mission.id)
  expect(answer.is === 'denied' && answer.denials.map(({ code }) => code)).toContain('NO_SPEC')
  expect(desk.sent.filter(({ type }) => type === 'fire')).toEqual([])
})

test.each([
  ['zmq', 'The terminal is not linked.', 0],
  ['files', 'The terminal has written nothing into its folder for five seconds.', 4],
  ['legacy', "The predecessor's Expert Advisor sends no prices.", 6],
] as const)(
  'a terminal that is down by the road %s has its own reason and next step',
  (road, problem, missing) => {
    const desk = over(road)
    desk.engine.terminalDown(DESK, 'a test')
    expect(rowOf(desk)).toMatchObject({ road, state: 'down', problem })
    expect(rowOf(desk)?.nextStep).toMatch(/MetaTrader/)
    expect(rowOf(desk)?.cannot).toHaveLength(missing)
  },
)

test('a terminal by files is told by the same reasons as one over ZeroMQ', () => {
  expect(rowOf(over('files'))?.problem).toBe(rowOf(over('zmq'))?.problem)
})

test('the predecessor is prices only, from its first moment', () => {
  expect(rowOf(over('legacy'))?.problem).toContain('Prices only')
})

test('a terminal that comes back by another road is shown on that one', () => {
  const desk = new DeskHarness().link()
  expect(rowOf(desk)?.road).toBe('zmq')
  desk.engine.terminalDown(DESK, 'a test')
  desk.engine.terminalUp(DESK, 'again', aHello(), 'files')
  expect(rowOf(desk)).toMatchObject({ road: 'files', state: 'live', armed: false })
})
