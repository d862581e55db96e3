/**
 * Composition root of the archive: a thread that reads the ledger for the screens and never writes it. Between questions it
 * keeps the desk's checkpoint, and checks the chain behind it.
 */
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import {
  checkpointPlace,
  dropCheckpoint,
  openArchive,
  openLedgerReader,
  type Archive,
} from '../adapters/ledger/index.ts'
import { warmLog } from '../adapters/sqlite/index.ts'
import type { ArchiveConfig, FromArchive, ToArchive } from '../contracts/engine-port.ts'
import { unreachable } from '../contracts/primitives.ts'
import { Query, type Answers, type QueryKind } from '../contracts/queries.ts'
import { isMissionLogQuery, missionLogAnswer } from '../domain/missions-log/mission-log.ts'
import { isRecordQuery } from '../domain/record/record-books.ts'
import { StoreFault } from '../ports/store-fault.ts'
import { AlertsDesk } from './alerts-desk.ts'
import { BarsDesk } from './bars-desk.ts'
import { CardChecks, checkNow, type CardCheckJob } from './card-checks.ts'
import { CardsDesk, isCardQuery } from './cards-desk.ts'
import { ChartDesk } from './chart-desk.ts'
import { CostsDesk } from './costs-desk.ts'
import { backUpInThread, backUpNow, DailyBackup, type BackupJob } from './daily-backup.ts'
import { DeskKeeper } from './desk-keeper.ts'
import { GhostsDesk } from './ghosts-desk.ts'
import { KeptMinutes } from './kept-minutes.ts'
import { isProvingQuery, ProvingDesk } from './proving-desk.ts'
import { isPictureQuery, PicturesDesk } from './pictures-desk.ts'
import { RecordDesk } from './record/record-desk.ts'
import { Tending } from './tending.ts'

/** A slower answer is worth a line in the log. */
const SLOW_MS = 25
/** A picture is drawn or read, and the lab's reports are parsed, which takes longer than any figure. */
const SLOW_PICTURE_MS = 300
/** A system that saves memory lets go of what was not read for some seconds. Reading the log again takes it less than a millisecond. */
const WARM_EVERY_MS = 2_000

const task = workerData as ArchiveConfig | BackupJob | CardCheckJob
const host = parentPort
if (host === null) throw new Error('archive.worker runs as a worker thread of the host')
type Ask = Extract<ToArchive, { kind: 'ask' }>
type Desks = Readonly<{
  archive: Archive
  alerts: AlertsDesk
  bars: BarsDesk
  costs: CostsDesk
  ghosts: GhostsDesk
  record: RecordDesk
  cards: CardsDesk
  charts: ChartDesk
  pictures: PicturesDesk
  proving: ProvingDesk
}>
const tell = (message: FromArchive) => host.postMessage(message)

if (!('job' in task)) start(task)
else host.postMessage(task.job === 'backup' ? backUpNow(task) : await checkNow(task))

function start(config: ArchiveConfig): void {
  const file = { file: path.join(config.dataFolder, 'ledger.db'), binding: config.sqliteBinding }
  try {
    serve(config, openArchive(file), tend(config, file))
  } catch (cause) {
    fail(complaintOf(cause))
  }
}

function tend(config: ArchiveConfig, file: { file: string; binding: string | null }): Tending {
  const place = checkpointPlace(config, import.meta.dirname)
  const reader = openLedgerReader(file)
  return new Tending(new DeskKeeper(place, reader), {
    broken: text => {
      dropCheckpoint(place.file)
      tell({ kind: 'broken', text })
      fail({ code: 'CHAIN_BROKEN', text })
    },
    log: text => tell({ kind: 'log', level: 'warn', text }),
    close: () => reader.close(),
  })
}

function fail(complaint: { code: string; text: string }): void {
  tell({ kind: 'failed', ...complaint })
  host?.close()
}

function serve(config: ArchiveConfig, archive: Archive, tending: Tending): void {
  const daily = new DailyBackup({
    dataFolder: config.dataFolder,
    nowMs: Date.now,
    make: () => backUpInThread(import.meta.filename, config),
    failed: text => tell({ kind: 'notice', level: 'error', text }),
  })
  const record = new RecordDesk(archive)
  const cards = new CardsDesk(config.dataFolder, record, new CardChecks(import.meta.filename))
  const market = { file: path.join(config.dataFolder, 'market.db'), binding: config.sqliteBinding }
  const minutes = new KeptMinutes(market)
  const desks: Desks = {
    archive,
    alerts: new AlertsDesk(archive),
    bars: new BarsDesk(minutes),
    costs: new CostsDesk(archive),
    ghosts: new GhostsDesk(archive),
    record,
    cards,
    charts: new ChartDesk(minutes, record),
    pictures: new PicturesDesk({ minutes, record, archive }),
    proving: new ProvingDesk(config, minutes, archive),
  }
  const warming = setInterval(() => warmLog(path.join(config.dataFolder, 'ledger.db')), WARM_EVERY_MS)
  host?.on('message', (message: ToArchive) => {
    switch (message.kind) {
      case 'ask':
        return void answer(desks, message)
      case 'stop':
        clearInterval(warming)
        daily.stop()
        desks.alerts.stop()
        desks.costs.stop()
        desks.ghosts.stop()
        desks.record.stop()
        minutes.close()
        tending.stop()
        archive.close()
        tell({ kind: 'stopped' })
        return host.close()
      default:
        return unreachable(message)
    }
  })
  tell({ kind: 'ready' })
  tending.start()
  daily.start()
}

async function answer(desks: Desks, { ask, query: asked }: Ask): Promise<void> {
  const query = Query.safeParse(asked)
  if (!query.success) {
    const text = 'The archive was asked what it does not know'
    return tell({ kind: 'answer', ask, answer: { is: 'failed', code: 'BAD_QUERY', text } })
  }
  const start = performance.now()
  try {
    const value = await answerTo(desks, query.data)
    if (value !== null) tell({ kind: 'answer', ask, answer: { is: 'answer', value } })
  } catch (cause) {
    tell({ kind: 'answer', ask, answer: { is: 'failed', ...complaintOf(cause) } })
  }
  // A check runs in a thread of its own, where it holds up nobody.
  if (query.data.kind === 'verifyCard') return
  const tookMs = Math.round(performance.now() - start)
  const isLong =
    isCardQuery(query.data) ||
    isPictureQuery(query.data) ||
    isProvingQuery(query.data) ||
    query.data.kind === 'tradePicture'
  if (tookMs > (isLong ? SLOW_PICTURE_MS : SLOW_MS))
    tell({ kind: 'log', level: 'warn', text: 'slow query', data: { query: query.data, tookMs } })
}

/** Alerts, costs, ghosts and the books of the record are worked out from the events, in turns; the rest is read off the table. Null: it was stopped meanwhile. */
async function answerTo(
  { archive, alerts, bars, costs, ghosts, record, cards, charts, pictures, proving }: Desks,
  query: Query,
): Promise<Answers[QueryKind] | null> {
  if (isCardQuery(query)) return cards.answer(query)
  if (isPictureQuery(query)) return pictures.answer(query)
  if (isProvingQuery(query)) return proving.answer(query)
  if (query.kind === 'tradePicture') return charts.picture(query.order)
  if (query.kind === 'marketBars') return bars.bars(query)
  if (query.kind === 'executionCosts') return costs.costs(query.account)
  if (query.kind === 'ghosts') return ghosts.report(query)
  if (query.kind === 'telegramRecord') return alerts.record(query.after)
  if (isMissionLogQuery(query)) return missionLogAnswer(archive, query)
  if (!isRecordQuery(query)) return archive.answer(query)
  return record.answer(query)
}

/** Only faults of the file are answers; anything else is a bug and ends the thread, which the host sees. */
function complaintOf(cause: unknown): { code: string; text: string } {
  if (cause instanceof StoreFault) return { code: cause.code, text: cause.message }
  throw cause
}
