import { describe, expect, test } from 'vitest'
import type { EngineEvent, StoredEvent } from '../contracts/events.ts'
import { isOfAlerts } from '../domain/alerts/alert-folds.ts'
import { AlertBook } from '../domain/alerts/alert-book.ts'
import { storedAt } from '../testkit/alerts.ts'
import { longHistory } from '../testkit/long-history.ts'
import { ONE_OF_EACH } from '../testkit/one-of-each.ts'
import { AlertsDesk } from './alerts-desk.ts'

function aDesk(told: readonly EngineEvent[]) {
  const events: StoredEvent[] = storedAt(told, 1_000)
  const seen = { events: 0, pages: 0 }
  const desk = new AlertsDesk({
    alertEvents(after, most) {
      const page = events.filter(({ seq, event }) => seq > after && isOfAlerts(event.kind)).slice(0, most)
      seen.events += page.length
      seen.pages += 1
      return page
    },
    headSeq: () => events.at(-1)?.seq ?? 0,
  })
  return { desk, events, seen }
}

const HISTORY: readonly EngineEvent[] = [ONE_OF_EACH.chatPaired, ...longHistory(3_000)]

describe('the desk of alerts', () => {
  test('answers with a record from which a book goes on, and reads each event once', async () => {
    const { desk, events, seen } = aDesk(HISTORY)
    const [record] = await Promise.all([desk.record(), desk.record()])
    const whole = new AlertBook()
    for (const stored of events) whole.take(stored)
    if (!record) throw new Error('it was stopped')
    expect(record.alerts).toEqual(whole.record().alerts)
    expect(record.chats).toEqual(whole.record().chats)
    expect(record.throughSeq).toBe(events.length)
    expect(seen.events).toBe(events.filter(({ event }) => isOfAlerts(event.kind)).length)
    expect(seen.pages).toBeGreaterThan(2)

    const later = storedAt([ONE_OF_EACH.paused, ONE_OF_EACH.alertsSettled], 2_000, events.length + 1)
    const book = AlertBook.restored(structuredClone(record))
    expect(later.map(stored => book.take(stored))).toEqual(later.map(stored => whole.take(stored)))
  })

  test('goes on where it was when the ledger has grown', async () => {
    const { desk, events, seen } = aDesk(HISTORY)
    await desk.record()
    const before = seen.events
    events.push(...storedAt([ONE_OF_EACH.paused], 2_000, events.length + 1))
    const record = await desk.record()
    expect(record?.alerts.at(-1)?.fact).toMatchObject({ kind: 'desk', what: 'paused' })
    expect(seen.events).toBe(before + 1)
  })

  test('gives whoever names no event nothing that was missed', async () => {
    expect(await aDesk(HISTORY).desk.record()).not.toHaveProperty('missed')
  })

  test('gives each edition after a gap, in its order and none from before it, to whoever asks again', async () => {
    const { desk, events } = aDesk([...HISTORY, ONE_OF_EACH.terminalLinked])
    const heard = events.length
    await desk.record()
    // The engine stored these and died, so that nobody was told.
    const { missionIssued, missionRetimed, paused, tradeClosed } = ONE_OF_EACH
    events.push(...storedAt([missionIssued, paused, missionRetimed, tradeClosed], 2_000, heard + 1))

    const record = await desk.record(heard)
    const missed = record?.missed?.map(({ seq, fact }) => `${seq - heard} ${fact.kind}`)
    expect(missed).toEqual(['1 mission', '2 desk', '3 mission', '4 closed'])
    expect(record?.throughSeq).toBe(heard + 4)
    expect((await desk.record(heard + 3))?.missed).toHaveLength(1)
    expect((await desk.record(heard + 4))?.missed).toEqual([])
  })

  test('keeps no more than the newest 2,000 for whoever missed them, however many there were', async () => {
    const { desk, events } = aDesk(Array.from({ length: 4_500 }, () => ONE_OF_EACH.paused))
    const missed = async (after: number) => (await desk.record(after))?.missed?.map(({ seq }) => seq)
    const newest = (from: number) => Array.from({ length: 2_000 }, (_, place) => from + place)
    expect(await missed(0)).toEqual(newest(2_501))
    expect(await missed(4_498)).toEqual([4_499, 4_500])
    events.push(...storedAt([ONE_OF_EACH.paused], 2_000, 4_501))
    expect(await missed(0)).toEqual(newest(2_502))
  })

  test('answers nothing when it was stopped', async () => {
    const { desk } = aDesk(HISTORY)
    const asked = desk.record()
    desk.stop()
    expect(await asked).toBeNull()
  })
})
