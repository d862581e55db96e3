import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ulid } from '../contracts/primitives.ts'
import { BrokerState } from '../contracts/simulator-state.ts'
import { idOf, setupOf } from '../testkit/sim-broker.ts'
import { Bench, script, steps } from '../testkit/sim-broker-bench.ts'
import { createBroker, restoreBroker } from './broker.ts'
import type { BrokerFact } from './facts.ts'

/** Plays random steps on a hedging account, and shows each with what it led to. */
const property = (
  check: (bench: Bench) => (facts: readonly BrokerFact[], step: { do: string; order?: number }) => void,
) =>
  fc.assert(
    fc.property(steps, steps, script, (first, second, answers) => {
      const bench = new Bench(createBroker(setupOf({ temper: { script: answers, slippagePoints: 2 } })))
      const look = check(bench)
      for (const step of [...first, ...second]) look(bench.play(step), step)
    }),
    { numRuns: 200 },
  )

const newWords = (facts: readonly BrokerFact[]) =>
  facts.flatMap(fact => (fact.type === 'verdict' && !fact.repeat ? [fact.body] : []))

test('an id becomes at most one position, and after an accepted cancel none', () => {
  property(bench => {
    const cancelled = new Set<Ulid>()
    return (facts, step) => {
      const opened = bench.broker.deals().filter(({ entry }) => entry === 'in')
      const positions = new Map<Ulid | null, Set<string>>()
      for (const { id, position } of opened) positions.set(id, (positions.get(id) ?? new Set()).add(position))
      for (const [id, tickets] of positions) expect([id, tickets.size]).toEqual([id, 1])
      for (const id of cancelled) expect(positions.has(id)).toBe(false)
      if (step.do === 'cancel' && newWords(facts).at(-1)?.is === 'accepted')
        cancelled.add(idOf(step.order ?? 0))
    }
  })
})

test('an id waits or is open, never both, and what is open has its stop', () => {
  property(bench => () => {
    const { positions } = bench.broker.positions()
    const { orders } = bench.broker.orders()
    const open = new Set(positions.map(({ id }) => id))
    expect(orders.filter(({ id }) => open.has(id))).toEqual([])
    expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length)
    for (const { stop } of positions) expect(Number(stop)).toBeGreaterThan(0)
  })
})

test('what was placed gets exactly one last word, unless it waits still', () => {
  property(bench => {
    const waited = new Set<Ulid>()
    const ended = new Set<Ulid>()
    return facts => {
      for (const { id, is, order } of newWords(facts)) {
        const isEnd = waited.has(id) && is !== 'placed'
        if (isEnd) expect([id, ended.has(id)]).toEqual([id, false])
        if (isEnd) ended.add(id)
        if (is === 'placed' && order !== null) waited.add(id)
      }
      const waiting = new Set(bench.broker.orders().orders.map(({ id }) => id))
      for (const id of waited) expect([id, waiting.has(id)]).toEqual([id, !ended.has(id)])
    }
  })
})

test('nothing waits while it is halted', () => {
  property(bench => () => {
    if (bench.broker.denies() !== null) expect(bench.broker.orders().orders).toEqual([])
  })
})

test('a limit is never filled worse than its price, nor once its time is over', () => {
  property(bench => {
    let waiting = new Map(bench.broker.orders().orders.map(order => [order.id, order]))
    return facts => {
      for (const fact of facts) {
        if (fact.type !== 'deal' || fact.body.entry !== 'in' || fact.repeat) continue
        const order = waiting.get(fact.body.id)
        if (!order) continue
        const worse = (Number(fact.body.price) - Number(order.price)) * (order.side === 'buy' ? 1 : -1)
        expect(worse).toBeLessThanOrEqual(0)
        expect(fact.body.timeMs).toBeLessThan(order.untilMs ?? 0)
      }
      waiting = new Map(bench.broker.orders().orders.map(order => [order.id, order]))
    }
  })
})

test('a restart between any two steps changes nothing', () => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const setup = setupOf({ temper: { slippagePoints: 9 } })
      const [first, second] = [new Bench(createBroker(setup)), new Bench(createBroker(setup))]
      for (const step of before) expect(second.play(step)).toEqual(first.play(step))
      const written = JSON.stringify(second.broker.state())
      second.broker = restoreBroker(setup, BrokerState.parse(JSON.parse(written)))
      for (const step of after) expect(second.play(step)).toEqual(first.play(step))
    }),
    { numRuns: 100 },
  )
})
