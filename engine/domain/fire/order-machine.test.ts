import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OrderState } from '../../contracts/index.ts'
import { isExposed, isUnresolved, nextOrderState, ORDER_FACTS, type OrderFact } from './order-machine.ts'

describe('the order machine', () => {
  const walk = (facts: readonly OrderFact[]): OrderState =>
    facts.reduce<OrderState>((state, fact) => nextOrderState(state, fact) ?? state, 'recorded')
  const facts = fc.array(fc.constantFrom(...ORDER_FACTS), { maxLength: 12 })

  test('what was filled stays filled, whatever verdict comes late', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const verdicts = after.filter(
          fact => !['partFilled', 'allFilled', 'allClosed', 'managed'].includes(fact),
        )
        const state = walk([...before, 'allFilled'])
        expect(['filled', 'managed', 'closed']).toContain(state)
        expect(walk([...before, 'allFilled', ...verdicts])).toBe(state)
      }),
      { numRuns: 2_000 },
    )
  })

  test('closed is the end but for another fill, which is a position', () => {
    const isFill = (fact: OrderFact) => fact === 'partFilled' || fact === 'allFilled'
    const closed: readonly OrderFact[] = ['sent', 'allFilled', 'allClosed']
    fc.assert(
      fc.property(facts, after => walk([...closed, ...after.filter(fact => !isFill(fact))]) === 'closed'),
    )
    fc.assert(
      fc.property(fc.constantFrom('partFilled', 'allFilled'), fill => isExposed(walk([...closed, fill]))),
    )
  })

  test('the verdict and the deal may come in either order', () => {
    expect(walk(['sent', 'accepted', 'allFilled'])).toBe('filled')
    expect(walk(['sent', 'allFilled', 'accepted'])).toBe('filled')
    expect(walk(['sent', 'unanswered', 'allFilled'])).toBe('filled')
    expect(walk(['sent', 'unanswered', 'buried'])).toBe('neverHappened')
  })

  test('an unresolved order always counts as exposed', () => {
    fc.assert(fc.property(facts, all => !isUnresolved(walk(all)) || isExposed(walk(all))))
  })
})
