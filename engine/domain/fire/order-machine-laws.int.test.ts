import fc from 'fast-check'
import { describe, test } from 'vitest'
import type { OrderState } from '../../contracts/index.ts'
import { isExposed, isUnresolved, nextOrderState, ORDER_FACTS, type OrderFact } from './order-machine.ts'

describe('the order machine', () => {
  const facts = fc.array(fc.constantFrom(...ORDER_FACTS), { maxLength: 20 })
  const FILLED = ['partlyFilled', 'filled', 'managed', 'closed']
  const RANK: Readonly<Record<string, number>> = { partlyFilled: 1, filled: 2, managed: 2, closed: 3 }

  /** What is filled stays so or goes on to its end; only a fill that is told late opens it again; none is recorded twice. */
  const isLegal = (from: OrderState, fact: OrderFact, to: OrderState): boolean =>
    (!FILLED.includes(from) || (RANK[to] ?? 0) >= (RANK[from] ?? 0) || isLateFill(from, fact, to)) &&
    (!isDeal(fact) || FILLED.includes(to)) &&
    to !== 'approved' &&
    to !== 'recorded' &&
    (!isUnresolved(to) || isExposed(to))

  const isLateFill = (from: OrderState, fact: OrderFact, to: OrderState): boolean =>
    from === 'closed' &&
    ((fact === 'partFilled' && to === 'partlyFilled') || (fact === 'allFilled' && to === 'filled'))

  test('reaches no illegal state by any sequence of facts', () => {
    fc.assert(
      fc.property(facts, all => {
        let state: OrderState = 'recorded'
        return all.every(fact => {
          const next = nextOrderState(state, fact)
          const legal = next === null || isLegal(state, fact, next)
          state = next ?? state
          return legal
        })
      }),
      { numRuns: 20_000 },
    )
  })

  const isDeal = (fact: OrderFact): boolean => ['partFilled', 'allFilled', 'allClosed'].includes(fact)

  test('says the same when a fact is told twice', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...ORDER_FACTS), (before, fact) => {
        const walk = (all: readonly OrderFact[]) =>
          all.reduce<OrderState>((state, next) => nextOrderState(state, next) ?? state, 'recorded')
        return walk([...before, fact, fact]) === walk([...before, fact])
      }),
      { numRuns: 10_000 },
    )
  })

  test('knows a part of an order that is over as filled, whichever of the two is told first', () => {
    const open = fc.constantFrom<OrderState>(
      'recorded',
      'sent',
      'waiting',
      'working',
      'unknown',
      'partlyFilled',
    )
    fc.assert(
      fc.property(open, fc.constantFrom<OrderFact>('expired', 'cancelled'), (from, word) => {
        const walk = (...all: OrderFact[]) =>
          all.reduce<OrderState | null>((state, fact) => state && nextOrderState(state, fact), from)
        return walk(word, 'partFilled') === 'filled' && walk('partFilled', word) === 'filled'
      }),
    )
  })
})
