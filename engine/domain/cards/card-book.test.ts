import { describe, expect, it } from 'vitest'
import { TradeFacts } from '../../contracts/card.ts'
import type { EngineEvent, StoredEvent } from '../../contracts/events.ts'
import { EpochMs, type AccountKind } from '../../contracts/primitives.ts'
import { CallSign, PublicKey } from '../../contracts/squad.ts'
import { aTradeClosed, aUlid } from '../../testkit/events.ts'
import { aMission } from '../../testkit/views.ts'
import { CardBook } from './card-book.ts'

function bookOf(...events: readonly EngineEvent[]): CardBook {
  const book = new CardBook()
  events.forEach((event, index) => book.take(stored(index + 1, event)))
  return book
}

const stored = (seq: number, event: EngineEvent): StoredEvent => ({
  seq,
  wallMs: EpochMs.parse(seq),
  event,
  hash: '',
})

const mission = aMission({
  id: aUlid(1),
  confidence: { p: 0.43149, n: 77, calibrated: true, source: 'test' },
})
const issued: EngineEvent = { kind: 'missionIssued', atMs: mission.issuedMs, mission }
const named = (callSign: string): EngineEvent => ({
  kind: 'callSignTaken',
  atMs: EpochMs.parse(1),
  callSign: CallSign.parse(callSign),
  privacy: 'all',
  key: PublicKey.parse('A'.repeat(43)),
  origin: 'window',
})

describe('the book of cards', () => {
  it('tells a closed trade with the mission behind it and the call-sign of today', () => {
    const facts = bookOf(named('Rookie'), issued, aTradeClosed(), named('Viper')).factsOf(aUlid(2))

    expect(facts).toMatchObject({
      card: 'kill', account: 'simulated', callSign: 'Viper', setup: mission.setup, p: 0.431, n: 77, calibrated: false,
      open: '1.10234', close: '1.10384', netCents: 1_500, r: 1.5,
    }) // prettier-ignore
    expect(TradeFacts.parse(facts)).toEqual(facts)
  })

  it('calls a probability calibrated where the prices are real ones only', () => {
    const facts = (account: AccountKind) => bookOf(issued, aTradeClosed({ account })).factsOf(aUlid(2))

    expect(facts('demo')?.calibrated).toBe(true)
    expect(facts('simulated')?.calibrated).toBe(false)
  })

  it('tells no probability of a trade whose mission it never saw, and no call-sign before one is taken', () => {
    const facts = bookOf(aTradeClosed()).factsOf(aUlid(2))

    expect(facts).not.toHaveProperty('p')
    expect(facts).not.toHaveProperty('setup')
    expect(facts).not.toHaveProperty('callSign')
  })

  it.each([
    [1, 'kill'],
    [0, 'debrief'],
    [-1, 'debrief'],
  ] as const)('makes of a trade that ended with %d cents a %s', (netCents, card) => {
    expect(bookOf(aTradeClosed({ netCents })).factsOf(aUlid(2))?.card).toBe(card)
  })

  it('tells apart the trades of an order that was closed twice', () => {
    const book = bookOf(aTradeClosed({ netCents: 100 }), aTradeClosed({ netCents: 200 }))

    expect(book.factsOf(aUlid(2), 1)?.netCents).toBe(100)
    expect(book.factsOf(aUlid(2))?.netCents).toBe(200)
  })

  it('knows nothing of an order that is not closed', () => {
    expect(bookOf(issued, aTradeClosed()).factsOf(aUlid(9))).toBeNull()
    expect(bookOf(aTradeClosed()).factsOf(aUlid(2), 7)).toBeNull()
  })

  it('leaves away a setup whose name a card cannot say, and writes no negative nothing', () => {
    const strange = { ...issued, mission: { ...mission, setup: 'a\u202eb' } }
    const facts = bookOf(strange, aTradeClosed({ r: -0.001, netCents: -1 })).factsOf(aUlid(2))

    expect(facts).not.toHaveProperty('setup')
    expect(Object.is(facts?.r, 0)).toBe(true)
  })
})
