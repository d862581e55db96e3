import { describe, expect, test } from 'vitest'
import { AlertBook } from './alert-book.ts'
import { AlertReader } from '../../testkit/alerts.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'

const { terminalLinked, terminalLost, armed, disarmed } = ONE_OF_EACH
const MINUTE = 60_000
const { terminal } = terminalLost

/** Linked and armed since a minute after midnight of 1970. */
function linked() {
  const reader = new AlertReader()
  expect(reader.store([terminalLinked, armed], MINUTE)).toEqual([])
  return reader
}

test('what an account counts in is known once its terminal was armed, while it is lost and after a restart too', () => {
  const reader = linked()
  const at = { broker: 'B', mark: 'aaaa', terminal, account: 'demo' } as const
  reader.store([terminalLost], 2 * MINUTE)
  expect(reader.book.currencyOf(at)).toBe('USD')
  const again = AlertBook.restored(structuredClone(reader.book.record()))
  expect(again.currencyOf(at)).toBe('USD')
  expect(again.currencyOf({ ...at, mark: 'bbbb' })).toBeNull()
})

test('of a ledger that does not say what an account counts in, nothing is made up', () => {
  const reader = new AlertReader()
  reader.store([terminalLinked, { kind: 'armed', atMs: armed.atMs, terminal, lost: 0, external: 0 }], MINUTE)
  expect(reader.book.currencyOf({ broker: 'B', mark: 'aaaa', terminal, account: 'demo' })).toBeNull()
})

describe('a link', () => {
  test('that is lost, back and armed again is one message that changes', () => {
    const reader = linked()
    reader.store([terminalLost], 2 * MINUTE)
    expect(reader.facts('link')).toMatchObject([{ broker: 'B', reason: 'gone', lostMs: 2 * MINUTE, backMs: null, armed: false, times: 1 }]) // prettier-ignore
    reader.store([terminalLinked], 10 * MINUTE)
    expect(reader.facts('link')).toMatchObject([{ backMs: 10 * MINUTE, armed: false }])
    reader.store([armed], 11 * MINUTE)
    expect(reader.facts('link')).toMatchObject([{ backMs: 10 * MINUTE, armed: true }])
    expect(reader.keys()).toHaveLength(1)
  })

  test('that is lost again within five minutes of being armed changes the same message; later it is another one', () => {
    const reader = linked()
    reader.store([terminalLost, terminalLinked, armed], 2 * MINUTE)
    reader.store([terminalLost], 6 * MINUTE)
    expect(reader.facts('link')).toMatchObject([{ lostMs: 6 * MINUTE, backMs: null, armed: false, times: 2 }])
    reader.store([terminalLinked, armed], 7 * MINUTE)
    reader.store([terminalLost], 12 * MINUTE)
    expect(reader.facts('link')).toMatchObject([
      { times: 2, backMs: 7 * MINUTE },
      { times: 1, backMs: null },
    ])
    const [first = ''] = reader.keys()
    expect(reader.newest(first).over).toBe(true)
  })

  test('that goes before it was armed is the same, however long it took', () => {
    const reader = linked()
    reader.store([terminalLost, terminalLinked], 2 * MINUTE)
    reader.store([terminalLost], 60 * MINUTE)
    expect(reader.facts('link')).toMatchObject([{ lostMs: 60 * MINUTE, times: 2 }])
  })

  test('is back when it was back first: a new session on top of it says nothing new', () => {
    const reader = linked()
    reader.store([terminalLost, terminalLinked], 2 * MINUTE)
    expect(reader.store([terminalLinked], 3 * MINUTE)).toEqual([])
  })

  test('that has ended says so once, five minutes later, and keeps its edition', () => {
    const reader = linked()
    reader.store([terminalLost, terminalLinked, armed], 2 * MINUTE)
    const [key = ''] = reader.keys()
    const { seq } = reader.newest(key)
    expect(reader.store([ONE_OF_EACH.orderSent], 6 * MINUTE)).toEqual([])
    expect(reader.store([ONE_OF_EACH.orderSent], 7 * MINUTE)).toMatchObject([{ key, seq, over: true }])
    expect(reader.store([ONE_OF_EACH.orderSent], 8 * MINUTE)).toEqual([])
  })

  test('that comes back with another account is told of the one that was lost', () => {
    const reader = linked()
    reader.store([terminalLost, { ...terminalLinked, broker: 'Other', account: 'live' }], 2 * MINUTE)
    expect(reader.editions.at(-1)).toMatchObject({
      at: { broker: 'B', account: 'demo' },
      fact: { broker: 'B' },
    })
  })

  test('of one terminal is not that of another', () => {
    const reader = linked()
    const other = 'another-one' as typeof terminal
    reader.store([{ ...terminalLinked, terminal: other }, terminalLost], 2 * MINUTE)
    reader.store(
      [
        { ...terminalLost, terminal: other },
        { ...armed, terminal: other },
      ],
      3 * MINUTE,
    )
    expect(reader.facts('link')).toMatchObject([
      { armed: false, times: 1 },
      { armed: false, times: 1 },
    ])
  })
})

describe('a terminal that may not be fired on', () => {
  test('is trouble with its newest reason until it may be', () => {
    const reader = linked()
    reader.store([disarmed, { ...disarmed, reason: 'The position is gone.' }], 2 * MINUTE)
    expect(reader.facts('trouble')).toMatchObject([{ what: 'disarmed', text: 'The position is gone.' }])
    reader.store([armed], 3 * MINUTE)
    expect(reader.facts('trouble')).toMatchObject([{ what: 'disarmed', text: 'It may be fired on again.' }])
    reader.store([armed], 4 * MINUTE)
    expect(reader.editions).toHaveLength(3)
    reader.store([disarmed], 20 * MINUTE)
    expect(reader.facts('trouble')).toHaveLength(2)
  })
})
