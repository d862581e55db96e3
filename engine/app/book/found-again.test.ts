/** What was fired is found again: after a crash, after lost messages, and whatever is told twice or in another order. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EpochMs, Ulid } from '../../contracts/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { emptyDesk } from '../desk-state.ts'
import { fold } from '../fold.ts'

const terminalOf = (desk: DeskHarness) => desk.engine.desk.terminals.get(DESK)
const orderOf = (desk: DeskHarness) => [...desk.engine.desk.state.orders.values()].at(-1)

describe('facts in any order', () => {
  const fired = () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.mute = true
    desk.deliver()
    desk.mute = false
    const [verdict, ...rest] = desk.broker.sync({ id: 'x' as Ulid, commands: [orderOf(desk)?.recorded.order as Ulid], dealsSinceMs: 0 as EpochMs }, desk.nowMs()) // prettier-ignore
    if (!verdict) throw new Error('the broker says nothing')
    return { desk, facts: [verdict, ...rest.filter(fact => fact.type === 'deal')] }
  }

  test('verdict and deal, repeated and in any order, make one fill', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1)), fc.integer({ min: 2, max: 8 }), (picks, count) => {
        const { desk, facts } = fired()
        const order = [...picks.take(count)].map(pick => facts[pick]).filter(fact => fact !== undefined)
        desk.hear(order).hear(facts)
        expect(orderOf(desk)?.state).toBe('filled')
        expect(desk.events('dealDone')).toHaveLength(1)
        expect(desk.events('orderAnswered')).toHaveLength(1)
      }),
      { numRuns: 12 },
    )
  })
})

describe('a crash or a lost message', () => {
  test('an order that never left is asked for, buried, and never counts as a position', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.crash().link()
    expect(orderOf(desk)?.state).toBe('neverHappened')
    expect(desk.broker.positions().positions).toHaveLength(0)
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('an order that was filled while the app was dead is found, once, with its stop', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.mute = true
    desk.deliver()
    desk.mute = false
    desk.crash().link()
    expect(orderOf(desk)).toMatchObject({ state: 'filled', verdict: 'accepted' })
    expect(desk.events('dealDone')).toHaveLength(1)
    expect(desk.broker.positions().positions).toHaveLength(1)
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('a position that was closed while the app was dead becomes a trade', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.deliver()
    desk.mute = true
    desk.play(5, minute => 110_400 - minute * 200)
    desk.mute = false
    desk.crash().link()
    expect(orderOf(desk)?.state).toBe('closed')
    expect(desk.events('tradeClosed')).toHaveLength(1)
  })

  test('an unanswered order becomes unknown, counts as open, and is resolved by the terminal', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.lose().wait(9_000)
    expect(orderOf(desk)?.state).toBe('unknown')
    expect(desk.engine.desk.state.exposed.size).toBe(1)
    expect(terminalOf(desk)?.armed).toBe(false)
    desk.deliver()
    expect(orderOf(desk)?.state).toBe('neverHappened')
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('a timeout of the trade server that did execute ends in one position', () => {
    const desk = new DeskHarness({ temper: { script: ['timeoutExecuted'] } })
    desk.fire(desk.mission().id)
    desk.deliver().wait(9_000).deliver()
    expect(desk.events('orderAnswered').map(event => event.is)).toContain('unknown')
    expect(orderOf(desk)?.state).toBe('filled')
    expect(desk.broker.positions().positions).toHaveLength(1)
  })

  test('whenever it crashes, the memory rebuilt from the ledger equals the memory that was lost', () => {
    fc.assert(
      fc.property(fc.nat(12), minutes => {
        const desk = new DeskHarness()
        desk.fire(desk.mission().id)
        desk.deliver().play(minutes, minute => 110_400 - minute * 70)
        desk.engine.stop()
        const rebuilt = emptyDesk()
        for (const event of desk.all()) fold(rebuilt, event)
        expect(rebuilt).toEqual(desk.engine.desk.state)
      }),
      { numRuns: 8 },
    )
  })
})
