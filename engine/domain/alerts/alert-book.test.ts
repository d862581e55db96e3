import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EngineEvent, EventOf } from '../../contracts/events.ts'
import { AlertReader, storedAt } from '../../testkit/alerts.ts'
import { aUlid } from '../../testkit/events.ts'
import { longHistory } from '../../testkit/long-history.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { AlertBook } from './alert-book.ts'

const { missionIssued, missionDeclined, paused, chatPaired, chatUnpaired, alertTaken, alertSent } =
  ONE_OF_EACH
const key = `mission:${missionIssued.mission.id}`
const paired = (chat: number): EventOf<'chatPaired'> => ({ ...chatPaired, chat })
const settled = (chat: number, seq: number): EventOf<'alertsSettled'> => ({
  ...ONE_OF_EACH.alertsSettled,
  chat,
  seq,
})
const recordOf = ({ book }: AlertReader) => book.record()

describe('what chats have heard', () => {
  test('is no alert', () => {
    const reader = new AlertReader()
    const all = [chatPaired, alertTaken, alertSent, settled(11, 2), chatUnpaired]
    expect(reader.store(all, 1_000)).toEqual([])
  })

  test('is kept by chat: who it is, since when, up to where, and as which message', () => {
    const reader = new AlertReader()
    const bot = 7_000_000_001
    reader.store([paired(11), missionIssued], 1_000)
    reader.store([{ ...alertTaken, key }], 2_000)
    const chat = {
      chat: 11,
      role: 'commander',
      name: 'Anna',
      pairedMs: 1_000,
      pairedSeq: 1,
      settledSeq: 1,
      bot,
    }
    expect(recordOf(reader).chats).toEqual([{ ...chat, sent: { [key]: { message: null, after: 40, bot } } }])
    reader.store(
      [
        { ...alertSent, key, bot: 7_000_000_002, edition: 2 },
        { ...chatPaired, role: 'spotter', bot: 7_000_000_002 },
      ],
      3_000,
    )
    expect(recordOf(reader).chats).toEqual([
      {
        ...chat,
        role: 'spotter',
        sent: { [key]: { message: 41, after: null, bot: 7_000_000_002, edition: 2 } },
      },
    ])
    reader.store([chatUnpaired], 4_000)
    expect(recordOf(reader).chats).toEqual([])
  })

  test('of alerts that are not known is not kept', () => {
    const reader = new AlertReader()
    reader.store([paired(11), { ...alertTaken, key: 'mission:other' }], 1_000)
    expect(recordOf(reader).chats[0]?.sent).toEqual({})
  })
})

describe('an alert', () => {
  test('is kept until it is over and settled by every chat', () => {
    const reader = new AlertReader()
    reader.store([paired(11), paired(12), missionIssued, missionDeclined, { ...alertSent, key }], 1_000)
    reader.store([settled(11, 4)], 2_000)
    expect(reader.book.alert(key)?.over).toBe(true)
    reader.store([settled(12, 3)], 3_000)
    expect(reader.book.alert(key)?.over).toBe(true)
    reader.store([settled(12, 4)], 4_000)
    expect(reader.book.alert(key)).toBeUndefined()
    expect(recordOf(reader).chats.map(({ sent }) => sent)).toEqual([{}, {}])
  })

  test('that is settled stays so, when an older word of it comes late', () => {
    const reader = new AlertReader()
    reader.store([paired(11), paused, settled(11, 2), settled(11, 1)], 1_000)
    expect(recordOf(reader).chats).toMatchObject([{ settledSeq: 2 }])
  })

  test('that is not over is kept, settled or not', () => {
    const reader = new AlertReader()
    reader.store([paired(11), missionIssued, settled(11, 2)], 1_000)
    expect(reader.book.alert(key)?.over).toBe(false)
    expect(recordOf(reader).alerts).toHaveLength(1)
  })

  test('that no chat hears any more goes with the last of them', () => {
    const reader = new AlertReader()
    reader.store([paired(11), missionIssued, missionDeclined, chatUnpaired], 1_000)
    expect(recordOf(reader).alerts).toEqual([])
    reader.store([paused], 2_000)
    expect(reader.facts('desk')).toHaveLength(1)
    expect(recordOf(reader).alerts).toEqual([])
  })

  test('is among ten thousand that wait at most: the oldest go', () => {
    const reader = new AlertReader()
    const many = Array.from({ length: 10_300 }, (): EngineEvent => paused)
    reader.store([paired(11), ...many], 1_000)
    const { alerts } = recordOf(reader)
    expect(alerts).toHaveLength(10_000)
    expect(alerts.at(-1)?.seq).toBe(10_301)
  })

  test('of a mission that is forgotten is over: three hundred are followed, those that have ended go first', () => {
    const issue = (number: number): EngineEvent => ({
      ...missionIssued,
      mission: { ...missionIssued.mission, id: aUlid(number) },
    })
    const reader = new AlertReader()
    const missions = Array.from({ length: 300 }, (_, k) => issue(k + 1))
    const ended = { ...missionDeclined, mission: aUlid(7) }
    reader.store([paired(11), ...missions, ended, issue(301), issue(302)], 1_000)
    const open = (number: number) => reader.book.alert(`mission:${aUlid(number)}`)?.over === false
    expect([open(1), open(2), open(7), open(301), open(302)]).toEqual([false, true, false, true, true])
  })

  test('comes once, however often its event does', () => {
    const book = new AlertBook()
    const [stored] = storedAt([paused], 1_000)
    if (!stored) throw new Error('nothing stored')
    expect(book.take(stored)).toHaveLength(1)
    expect(book.take(stored)).toEqual([])
  })
})

/** Chats come and go between the others, hear some of it, and minutes pass. */
const ofChats = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map(paired),
  fc.integer({ min: 1, max: 3 }).map((chat): EngineEvent => ({ ...chatUnpaired, chat })),
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(80)).map(([chat, seq]) => settled(chat, seq)),
  fc.integer({ min: 1, max: 3 }).map((chat): EngineEvent => ({ ...alertSent, chat, key })),
)

function expectSame(events: readonly EngineEvent[], stepMs: number, cut: number): void {
  const stored = events.flatMap((event, k) => storedAt([event], 1_000 + k * stepMs, k + 1))
  const whole = new AlertBook()
  const first = new AlertBook()
  const editions = stored.map(one => whole.take(one))
  for (const one of stored.slice(0, cut)) first.take(one)
  const second = AlertBook.restored(structuredClone(first.record()))
  expect(stored.slice(cut).map(one => second.take(one))).toEqual(editions.slice(cut))
  expect(second.record()).toEqual(whole.record())
}

describe('a book that was kept in the middle', () => {
  test('goes on as if it had read everything, whatever the order of events', () => {
    const all = Object.values(ONE_OF_EACH)
    const kinds = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
    const mixed = fc
      .tuple(
        kinds,
        fc.array(ofChats, { maxLength: 20 }),
        fc.array(fc.constantFrom(...all), { maxLength: 30 }),
      )
      .chain(([one, chats, more]) => {
        const events = [...one, ...chats, ...more]
        return fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })
      })
    fc.assert(fc.property(mixed, fc.constantFrom(1, 90_000), fc.nat(80), expectSame), { numRuns: 200 })
  })

  test('goes on in the middle of years of trading', () => {
    const events = [paired(11), ...longHistory(3_000)]
    for (const cut of [1, 700, 1_517, 2_999]) expectSame(events, 1_000, cut)
  })

  test('remembers no more after many trades than after some', () => {
    const sizeOf = (trades: number) => {
      const book = new AlertBook()
      for (const stored of storedAt([...longHistory(trades)], 1_000)) book.take(stored)
      return JSON.stringify(book.record(), (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value)).length // prettier-ignore
    }
    expect(sizeOf(40_000)).toBeLessThan(1.05 * sizeOf(20_000))
  })
})
