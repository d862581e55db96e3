/**
 * What it takes to know the record again: the campaign alone, and every book of the record, from the events of a ledger of
 * 1,000,000 events on disk; what one event more costs the campaign; and what a bot that starts waits for, its book of alerts.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { everyRow, openArchive, openLedger } from '../engine/adapters/ledger/index.ts'
import type { EngineEvent, EpochMs, StoredEvent } from '../engine/contracts/index.ts'
import { AlertBook } from '../engine/domain/alerts/alert-book.ts'
import { CampaignRecord } from '../engine/domain/campaign/campaign-record.ts'
import { newBooks, type Book } from '../engine/domain/record/record-books.ts'
import { longHistory } from '../engine/testkit/long-history.ts'
import { option, sqliteBinding, temporaryFolder } from './lib/built-app.ts'
import { quantile, report, type Figure } from './lib/figures.ts'

const BATCH = 5_000
const GOAL_MS = { rebuild: 5_000, alerts: 5_000, event: 0.1 } as const
const most = option('events', 1_000_000)
const binding = sqliteBinding()

function ledgerOf(events: number, folder: string): string {
  const file = path.join(folder, 'ledger.db')
  const ledger = openLedger({ file, binding })
  let batch: EngineEvent[] = []
  const store = (): void => {
    ledger.append(batch, Date.now() as EpochMs)
    batch = []
  }
  for (const event of longHistory(events)) if (batch.push(event) === BATCH) store()
  if (batch.length > 0) store()
  ledger.close()
  return file
}

/** Reads the record as the command line does, and gives it to the books. Milliseconds, and how many events. */
function fed(file: string, books: readonly Book[]): { ms: number; events: number } {
  const archive = openArchive({ file, binding })
  const started = performance.now()
  let events = 0
  for (const stored of everyRow((after, most) => archive.recordEvents(after, most))) {
    for (const book of books) book.take(stored)
    events++
  }
  const ms = performance.now() - started
  archive.close()
  return { ms, events }
}

/** The same for the book of alerts, as the archive does it when a bot starts. */
function alertsFed(file: string): { ms: number; events: number } {
  const archive = openArchive({ file, binding })
  const started = performance.now()
  const book = new AlertBook()
  let events = 0
  for (const stored of everyRow((after, most) => archive.alertEvents(after, most))) {
    book.take(stored)
    events++
  }
  structuredClone(book.record())
  const ms = performance.now() - started
  archive.close()
  return { ms, events }
}

/** Each event of the first so many by itself, after years of others. */
function perEvent(file: string): number[] {
  const times: number[] = []
  const campaign = new CampaignRecord()
  const timed: Book = {
    take(stored: StoredEvent) {
      const started = performance.now()
      campaign.take(stored)
      times.push(performance.now() - started)
    },
  }
  fed(file, [timed])
  return times.slice(-50_000)
}

const folder = temporaryFolder()
const file = ledgerOf(most, folder)
const nothing = fed(file, [])
const campaign = fed(file, [new CampaignRecord()])
const all = fed(file, Object.values<Book>(newBooks()))
const alerts = alertsFed(file)
const times = perEvent(file)
rmSync(folder, { recursive: true })

const figures: Figure[] = [
  { name: 'events in the ledger', value: most, unit: '' },
  { name: 'events of the record among them', value: nothing.events, unit: '' },
  { name: 'reading them, with no book', value: nothing.ms, unit: 'ms' },
  { name: 'rebuild of the campaign, reading included', value: campaign.ms, unit: 'ms' },
  {
    name: 'rebuild of all books, reading included',
    value: all.ms,
    unit: 'ms',
    bound: { atMost: GOAL_MS.rebuild },
  },
  { name: 'events of alerts among them', value: alerts.events, unit: '' },
  {
    name: 'book of alerts for a bot that starts, reading included',
    value: alerts.ms,
    unit: 'ms',
    bound: { atMost: GOAL_MS.alerts },
  },
  { name: 'one event more for the campaign, p50', value: quantile(times, 0.5), unit: 'ms' },
  { name: 'one event more for the campaign, p99', value: quantile(times, 0.99), unit: 'ms', bound: { atMost: GOAL_MS.event } }, // prettier-ignore
]
report('record', figures)
