import { describe, expect, test } from 'vitest'
import { OrderState } from '../../contracts/vocabulary.ts'
import {
  isExposed,
  isUnresolved,
  mayWait,
  nextOrderState,
  ORDER_FACTS,
  type OrderFact,
} from './order-machine.ts'

const VERDICTS = [
  'accepted', 'placed', 'rejected', 'denied', 'expired', 'cancelled', 'unanswered', 'buried',
] as const // prettier-ignore
const DEALS = ['partFilled', 'allFilled', 'allClosed'] as const
const SETTLED = [
  'partlyFilled', 'filled', 'managed', 'closed', 'rejected', 'denied', 'expired', 'cancelled', 'neverHappened',
  'settled',
] as const // prettier-ignore

/** Where these facts lead from a state; null: a fault. */
const after = (state: OrderState, facts: readonly OrderFact[]) =>
  facts.map(fact => nextOrderState(state, fact))

describe('the first word', () => {
  test('records an approved order, and nothing else can befall it', () => {
    expect(nextOrderState('approved', 'recorded')).toBe('recorded')
    const others = ORDER_FACTS.filter(fact => fact !== 'recorded')
    expect(after('approved', others)).toEqual(others.map(() => null))
  })

  test('no order is recorded twice', () => {
    for (const state of OrderState.options.filter(name => name !== 'approved'))
      expect(nextOrderState(state, 'recorded')).toBeNull()
  })

  test('a verdict settles an order that is recorded, sent, waiting or unknown', () => {
    for (const state of ['recorded', 'sent', 'waiting', 'unknown'] as const)
      expect(after(state, VERDICTS)).toEqual([
        'working', 'waiting', 'rejected', 'denied', 'expired', 'cancelled', 'unknown', 'neverHappened',
      ]) // prettier-ignore
  })

  test('an order that is sent again stays where it was', () => {
    expect(after('recorded', ['sent'])).toEqual(['sent'])
    expect(after('waiting', ['sent'])).toEqual(['waiting'])
    expect(after('unknown', ['sent'])).toEqual(['unknown'])
  })
})

describe('a late word', () => {
  test('changes nothing about an order that has been filled or has ended, and is no fault', () => {
    for (const state of SETTLED.filter(name => name !== 'partlyFilled'))
      expect(after(state, [...VERDICTS, 'sent'])).toEqual(Array(9).fill(state))
  })

  test('that the rest of a part is gone makes it filled, and no other word does', () => {
    const gone: readonly string[] = ['expired', 'cancelled']
    for (const fact of [...VERDICTS, 'sent'] as const)
      expect(nextOrderState('partlyFilled', fact)).toBe(gone.includes(fact) ? 'filled' : 'partlyFilled')
  })

  test('that it waits says nothing new of an order that works already', () => {
    expect(nextOrderState('working', 'placed')).toBe('working')
    expect(nextOrderState('working', 'rejected')).toBe('rejected')
  })
})

describe('a deal', () => {
  test('makes a position of an order in every state that is not one yet, whatever was said of it', () => {
    const before = OrderState.options.filter(
      state => !['approved', 'filled', 'managed', 'closed'].includes(state),
    )
    expect(before).toHaveLength(12)
    for (const state of before) {
      const part = state === 'expired' || state === 'cancelled' ? 'filled' : 'partlyFilled'
      expect(after(state, DEALS)).toEqual([part, 'filled', 'closed'])
    }
  })

  test('of a part that is told late takes nothing from a position that is filled or managed', () => {
    expect(after('filled', DEALS)).toEqual(['filled', 'filled', 'closed'])
    expect(after('managed', DEALS)).toEqual(['managed', 'managed', 'closed'])
  })

  test('that fills more after the end opens the order again', () => {
    expect(after('closed', DEALS)).toEqual(['partlyFilled', 'filled', 'closed'])
  })
})

test('only what is filled is managed, as often as its stop is moved', () => {
  const managed = OrderState.options.map(state => [state, nextOrderState(state, 'managed')] as const)
  expect(managed.filter(([, next]) => next !== null)).toEqual([
    ['filled', 'managed'],
    ['managed', 'managed'],
    ['closed', 'closed'],
  ])
})

describe('money', () => {
  const ENDED = ['closed', 'rejected', 'denied', 'expired', 'cancelled', 'neverHappened', 'settled']

  test('is at risk from the record on, until the order has ended', () => {
    const safe = OrderState.options.filter(state => !isExposed(state))
    expect(safe.toSorted()).toEqual(['approved', ...ENDED].toSorted())
    expect(isExposed('waiting')).toBe(true)
  })

  test('that is at risk is asked about at a reconnect unless the whole order is filled', () => {
    const asked = OrderState.options.filter(isUnresolved)
    const followed = OrderState.options.filter(state => isExposed(state) && !asked.includes(state))
    expect(followed.toSorted()).toEqual(['filled', 'managed'])
    expect(asked.filter(state => !isExposed(state))).toEqual([])
  })
})

test('a limit order may wait at the broker from the record on, until it is known to be filled or to have ended', () => {
  expect(OrderState.options.filter(mayWait).toSorted()).toEqual(['recorded', 'sent', 'unknown', 'waiting'])
})
