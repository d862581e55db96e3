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

  test('answers nothing when it was stopped', async () => {
    const { desk } = aDesk(HISTORY)
    const asked = desk.record()
    desk.stop()
    expect(await asked).toBeNull()
  })
})
