import { describe, expect, test } from 'vitest'
import { OrderState } from '../../contracts/vocabulary.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import { dealFact, isSameDeal, isUnfilled, unfilledEnd, VERDICT_FACTS, type Unfilled } from './order-facts.ts'
import { nextOrderState } from './order-machine.ts'

const deal = (over: Readonly<Record<string, unknown>> = {}): Deal =>
  ({ deal: '1', order: '2', position: '3', id: null, symbol: 'EURUSD', entry: 'in', side: 'buy', lots: '0.50', price: '1.10000', profit: 0, commission: 0, swap: 0, timeMs: 1, reason: 'command', magic: 777_001, ...over }) as Deal // prettier-ignore
const out = (lots: string): Deal => deal({ deal: '9', entry: 'out', side: 'sell', lots })

describe('what the deals of an order say', () => {
  const of = (deals: readonly Deal[], { filledLots = null as number | null, told = 0 } = {}) =>
    dealFact({ lots: 0.5, filledLots, deals, told })

  test('a part is filled, then all of it', () => {
    expect(of([deal({ lots: '0.20' })])).toBe('partFilled')
    expect(of([deal({ lots: '0.20' }), deal({ deal: '4', lots: '0.30' })])).toBe('allFilled')
  })

  test('what the terminal says will ever be filled is all of it', () => {
    expect(of([deal({ lots: '0.20' })], { filledLots: 0.2 })).toBe('allFilled')
    expect(of([deal({ lots: '0.20' })], { filledLots: 0.3 })).toBe('partFilled')
  })

  test('a part that is closed leaves the rest open; the last of it closes the trade', () => {
    expect(of([deal(), out('0.20')])).toBe('allFilled')
    expect(of([deal(), out('0.50')])).toBe('allClosed')
  })

  test('a close that comes before its fill waits for it', () => {
    expect(of([out('0.50')])).toBe('allFilled')
    expect(of([out('0.50'), deal()])).toBe('allClosed')
  })

  test('a close that a trade has told already is not told again', () => {
    expect(of([deal(), out('0.50')], { told: 2 })).toBe('allFilled')
    expect(of([deal(), out('0.50')], { told: 1 })).toBe('allClosed')
  })

  test('after a trade was told nothing is a part any more', () => {
    expect(of([deal({ lots: '0.20' })], { told: 1 })).toBe('allFilled')
  })
})

describe('one fill of an account', () => {
  test('is the same whichever terminal tells it', () => {
    expect(isSameDeal(deal(), deal({ timeMs: 7, commission: -1 }))).toBe(true)
  })

  test.each([{ deal: '8' }, { order: '8' }, { position: '8' }, { price: '1.10001' }])(
    'is another with %o',
    over => {
      expect(isSameDeal(deal(), deal(over))).toBe(false)
    },
  )
})

describe('the mission of an order that ended without a fill', () => {
  const WAITED: Unfilled = { state: 'cancelled', waitsUntilMs: 1_000, ticket: '5', taken: null }
  const end = (over: Partial<Unfilled>, atMs = 500) => unfilledEnd({ ...WAITED, ...over }, atMs)

  test('was refused when it did not wait, or the terminal would not have it, whenever that was', () => {
    expect(end({ waitsUntilMs: null, taken: 'person' }, 2_000)).toBe('refused')
    expect(end({ state: 'rejected', taken: 'person' }, 2_000)).toBe('refused')
    expect(end({ state: 'denied', taken: 'person' }, 2_000)).toBe('refused')
  })

  test('has expired from the moment its time is over, or when the broker ended what it held', () => {
    expect(end({ taken: 'person' }, 999)).toBe('declined')
    expect(end({ taken: 'person' }, 1_000)).toBe('expired')
    expect(end({ state: 'expired' })).toBe('expired')
  })

  test('was refused when its order had no ticket and was too late for the terminal', () => {
    expect(end({ state: 'expired', ticket: null, taken: 'person' })).toBe('refused')
  })

  test('was declined when a person took it back, and refused when a rule or nobody did', () => {
    expect(end({ taken: 'person' })).toBe('declined')
    expect(end({ taken: 'rule' })).toBe('refused')
    expect(end({ taken: null })).toBe('refused')
  })
})

test('an order has ended unfilled in five of its states', () => {
  expect(OrderState.options.filter(isUnfilled).toSorted()).toEqual(['cancelled', 'denied', 'expired', 'neverHappened', 'rejected']) // prettier-ignore
})

test("a terminal's word about an order that was sent leads where the word says", () => {
  const after = Object.entries(VERDICT_FACTS).map(([word, fact]) => [word, nextOrderState('sent', fact)])
  expect(Object.fromEntries(after)).toEqual({
    accepted: 'working',
    rejected: 'rejected',
    denied: 'denied',
    expired: 'expired',
    unknown: 'unknown',
    buried: 'neverHappened',
    placed: 'waiting',
    cancelled: 'cancelled',
  })
})
