import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BrokerFact } from '../../broker-sim/facts.ts'
import type { EpochMs } from '../../contracts/index.ts'
import { AWAY, WaitingDesk } from '../../testkit/waiting-desk.ts'

describe('an order that waits', () => {
  test('is recorded before it is sent, at the entry, until the hours without entries', () => {
    const desk = new WaitingDesk()
    expect(desk.place()).toMatchObject({ is: 'done' })
    const [recorded] = desk.events('orderRecorded')
    const { entry, expiresMs } = desk.offered
    const untilMs = Date.UTC(2026, 0, 7, 21, 15)
    expect(expiresMs).toBeGreaterThan(untilMs)
    expect(recorded).toMatchObject({ price: entry, waitsUntilMs: untilMs })
    expect(desk.sent.at(-1)).toMatchObject({
      type: 'place',
      body: { id: recorded?.order, untilMs },
    })
    desk.deliver()
    expect(desk.order).toMatchObject({ state: 'waiting', verdict: 'placed', ticket: desk.listed.order })
    expect(desk.missionState).toBe('fired')
    expect(desk.terminal.armed).toBe(true)
  })

  test('becomes a position with its stop when the price comes back, at the money that was said', () => {
    const desk = new WaitingDesk().placed().reach()
    expect(desk.order).toMatchObject({ state: 'filled', verdict: 'accepted' })
    expect(desk.missionState).toBe('filled')
    expect(desk.broker.positions().positions).toHaveLength(1)
    expect(desk.engine.desk.state.waiting.size).toBe(0)
    desk.play(6, minute => Math.min(desk.offered.stop - 6, desk.offered.entry + minute * 100))
    const [trade] = desk.events('tradeClosed').map(event => event.trade)
    expect(trade).toMatchObject({ reason: 'stop' })
    expect(Math.abs((trade?.netCents ?? 0) + (trade?.riskCents ?? 0))).toBeLessThanOrEqual(100)
  })

  test('ends with its time, at the broker and here', () => {
    const desk = new WaitingDesk().placed()
    desk.play(9, () => desk.offered.entry - AWAY)
    expect(desk.order).toMatchObject({ state: 'expired' })
    expect(desk.missionState).toBe('expired')
    expect(desk.events('cancelRequested')).toEqual([])
    expect(desk.broker.positions().positions).toEqual([])
    expect(desk.terminal.armed).toBe(true)
  })

  test('counts as an open trade and open risk, and takes its symbol', () => {
    const desk = new WaitingDesk().placed()
    const { fire, orders } = desk.feed.snapshot()
    expect(fire).toMatchObject({ openTrades: 1, openRiskCents: desk.order.recorded.riskCents })
    expect(orders).toMatchObject([
      { state: 'waiting', external: false, settle: null, waits: { price: desk.listed.price } },
    ])
    expect(orders[0]?.waits?.leftMs).toBe(Date.UTC(2026, 0, 7, 21, 15) - desk.nowMs())
  })

  test('is asked about at every sync, and `placed` is an answer that arms', () => {
    const desk = new WaitingDesk().placed()
    desk.crash().link()
    expect(desk.sent.findLast(({ type }) => type === 'sync')).toMatchObject({ body: { commands: [desk.order.recorded.order] } }) // prettier-ignore
    expect(desk.order.state).toBe('waiting')
    expect(desk.terminal.armed).toBe(true)
    expect(desk.events('orderAnswered')).toHaveLength(1)
    expect(desk.reach().order.state).toBe('filled')
  })

  test('that never arrived is buried, and its mission is refused', () => {
    const desk = new WaitingDesk()
    desk.place()
    desk.lose().crash().link()
    expect(desk.order.state).toBe('neverHappened')
    expect(desk.missionState).toBe('refused')
    expect(desk.terminal.armed).toBe(true)
  })

  test('is asked about once its time is over and the broker has not said so', () => {
    const desk = new WaitingDesk().placed()
    desk.mute = true
    desk.play(9, () => desk.offered.entry - AWAY)
    desk.mute = false
    expect(desk.whys()).toEqual(['Its time is over, and the broker has not removed it.'])
    desk.deliver().wait(20_000).deliver()
    expect(desk.order.state).toBe('expired')
    expect(desk.terminal.armed).toBe(true)
  })
})

describe('what a terminal tells of it', () => {
  const told = () => {
    const desk = new WaitingDesk()
    desk.place()
    desk.mute = true
    desk.deliver()
    const order = desk.order.recorded.order
    const sync = () =>
      desk.broker.sync({ id: order, commands: [order], dealsSinceMs: 0 as EpochMs }, desk.nowMs())
    const [placed] = sync()
    desk.reach()
    const [accepted, ...rest] = sync()
    desk.mute = false
    const deal = rest.find(({ type }) => type === 'deal')
    if (!placed || !accepted || !deal) throw new Error('the broker says too little')
    return { desk, facts: [placed, accepted, deal] }
  }

  test('in any order and more than once is one fill, and never an order that waits again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 8 }), picks => {
        const { desk, facts } = told()
        let isFilled = false
        for (const pick of picks) {
          desk.hear(facts.slice(pick, pick + 1))
          isFilled ||= facts[pick]?.type === 'deal'
          if (isFilled) expect(desk.order.state).toBe('filled')
        }
        desk.hear(facts)
        expect(desk.order.state).toBe('filled')
        expect(desk.engine.desk.state.waiting.size).toBe(0)
        expect(desk.events('dealDone')).toHaveLength(1)
      }),
      { numRuns: 10 },
    )
  })

  test('after it was told as removed, a fill is a position all the same', () => {
    const { desk, facts } = told()
    const [placed, accepted, deal] = facts as [BrokerFact, BrokerFact, BrokerFact]
    const cancelled = {
      ...accepted,
      body: { ...accepted.body, is: 'cancelled', position: null },
    } as BrokerFact
    desk.hear([placed, cancelled])
    expect(desk.order.state).toBe('cancelled')
    expect(desk.missionState).toBe('refused')
    desk.hear([deal])
    expect(desk.order.state).toBe('filled')
    expect(desk.missionState).toBe('filled')
  })
})

describe('one mission', () => {
  test('is placed once, by whichever of two windows comes first', () => {
    const desk = new WaitingDesk()
    expect(desk.place()).toMatchObject({ is: 'done' })
    expect(desk.place()).toMatchObject({ is: 'denied' })
    expect(desk.deliver().broker.orders().orders).toHaveLength(1)
  })

  test('is placed or fired, and never both', () => {
    const placed = new WaitingDesk()
    placed.play(1, () => placed.offered.entry - 8)
    placed.place()
    expect(placed.fire(placed.offered.id)).toMatchObject({ is: 'denied' })
    placed.deliver().reach()
    expect(placed.broker.positions().positions).toHaveLength(1)
    const fired = new WaitingDesk()
    fired.play(1, () => fired.offered.entry - 8)
    fired.fire(fired.offered.id)
    expect(fired.place()).toMatchObject({ is: 'denied' })
    fired.deliver().reach()
    expect(fired.broker.positions().positions).toHaveLength(1)
    expect(fired.broker.orders().orders).toEqual([])
  })

  test('says what an order there would be, beside the shot, and why there is none', () => {
    const desk = new WaitingDesk()
    const view = () => desk.feed.snapshot().missions.find(({ mission }) => mission.id === desk.offered.id)
    expect(view()).toMatchObject({ waitDenials: [], wait: { riskCents: expect.any(Number) as number } })
    desk.quote(desk.offered.entry)
    expect(view()).toMatchObject({ wait: null, waitDenials: [expect.stringMatching(/^The price is 0.0 pips from the entry/)] }) // prettier-ignore
  })

  test.each([
    [{ takes: [] }, /takes no orders that wait/],
    [{ takes: undefined }, /takes no orders that wait/],
    [{ takes: ['place'] }, /is older than this app: compile .* \(F7 in MetaEditor\)/],
    [{ margin: 'netting' as const }, /nets its positions/],
  ])('is not placed where none may wait: %o', (hello, why) => {
    const desk = new WaitingDesk({ hello: hello as object })
    const answer = desk.place()
    expect(answer).toMatchObject({ is: 'denied', denials: [{ code: 'PLACE_NOT_TAKEN', text: expect.stringMatching(why) as string }] }) // prettier-ignore
    expect(desk.sent.filter(({ type }) => type === 'place')).toEqual([])
  })
})
