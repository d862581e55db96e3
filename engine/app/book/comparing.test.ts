import { describe, expect, test } from 'vitest'
import { textFromPoints } from '../../domain/market/price.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

const terminalOf = (desk: DeskHarness) => desk.engine.desk.terminals.get(DESK)
const syncs = (desk: DeskHarness) => desk.sent.filter(({ type }) => type === 'sync').length
const denied = (answer: ReturnType<DeskHarness['fire']>) =>
  answer.is === 'denied' ? answer.denials.map(({ code }) => code) : []

function held(options: ConstructorParameters<typeof DeskHarness>[0] = {}) {
  const desk = new DeskHarness(options)
  const mission = desk.mission()
  desk.fire(mission.id)
  const [ours] = desk.deliver().broker.positions().positions
  if (!ours) throw new Error('not filled')
  return { desk, mission, ours }
}

describe('every half minute an armed desk compares the snapshot with its book', () => {
  test('and stays armed, asking nothing, when all is well', () => {
    const { desk } = held()
    const before = syncs(desk)
    desk.wait(5 * 60_000)
    expect(syncs(desk)).toBe(before)
    expect(desk.events('disarmed')).toEqual([])
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('and asks when the lots are not those of its deals: a deal is missing', () => {
    const { desk, ours } = held()
    const half = { id: desk.ids.next(desk.nowMs()), position: ours.position, lots: '0.02', deviation: 100, ttlMs: 5_000 } // prettier-ignore
    desk.mute = true
    desk.hear(desk.broker.close(half, { marketMs: desk.nowMs(), late: false }))
    desk.mute = false
    desk.tell({ type: 'positions', body: desk.broker.positions() })
    expect(desk.events('dealDone')).toHaveLength(1)
    desk.wait(31_000).deliver()
    expect(desk.events('dealDone')).toHaveLength(2)
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('and is not armed, with the figures, when the terminal cannot explain them', () => {
    const { desk, ours } = held()
    const more = { ...ours, lots: (Number(ours.lots) + 0.01).toFixed(2) }
    desk.tell({ type: 'positions', body: { positions: [more] } })
    const sync = desk.broker.sync.bind(desk.broker)
    desk.broker.sync = command => [
      { type: 'positions', body: { positions: [more] } },
      ...sync(command, desk.nowMs()).filter(({ type }) => type !== 'positions'),
    ]
    desk.wait(31_000).deliver()
    expect(terminalOf(desk)).toMatchObject({ armed: false, reason: expect.stringContaining(`has ${more.lots} lots; by its deals it has ${ours.lots}`) as string }) // prettier-ignore
  })

  test('and finds a position whose order was thought to have never happened', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    const order = [...desk.engine.desk.state.orders.keys()].at(-1)
    desk.mute = true
    desk.deliver()
    desk.mute = false
    desk.tell({ type: 'verdict', body: { id: order as never, is: 'rejected', retcode: 10_006, order: null, deal: null, position: null, price: null, lots: null, text: 'no' } }) // prettier-ignore
    expect(desk.engine.desk.state.exposed.size).toBe(0)
    desk.tell({ type: 'positions', body: desk.broker.positions() })
    desk.wait(31_000).deliver()
    expect(desk.engine.desk.state.orders.get(order as never)?.state).toBe('filled')
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('and notes a stop that somebody moved at the terminal, once', () => {
    const { desk, mission, ours } = held()
    const moved = { ...ours, stop: textFromPoints(mission.stop + 10, 5) }
    desk.tell({ type: 'positions', body: { positions: [moved] } })
    desk.wait(65_000)
    expect(desk.events('stopChanged')).toMatchObject([{ stop: mission.stop + 10 }])
    expect(terminalOf(desk)?.armed).toBe(true)
  })
})

describe('a computer that has slept', () => {
  test('asks the terminal what happened before anything is fired', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.sleep(40_000)
    expect(terminalOf(desk)).toMatchObject({ armed: false })
    expect(desk.events('disarmed').at(-1)?.reason).toContain('jumped by 40 s')
    expect(denied(desk.fire(mission.id))).toContain('NOT_ARMED')
    desk.deliver()
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('learns of a position that was closed meanwhile', () => {
    const { desk } = held()
    desk.mute = true
    desk.broker.onTick(0, desk.nowMs() + 1_000, 109_000, 109_006)
    desk.mute = false
    desk.sleep(60_000).deliver()
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('is not one that was only busy for a while', () => {
    const desk = new DeskHarness()
    desk.mission()
    const before = syncs(desk)
    desk.sleep(29_000)
    expect(syncs(desk)).toBe(before)
    expect(terminalOf(desk)?.armed).toBe(true)
  })
})
