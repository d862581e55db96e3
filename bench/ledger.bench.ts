/**
 * What it costs to remember: one event made durable, against the bare SQLite commit of the same run; and a start over a ledger
 * of 100,000 and of 1,000,000 events, from the worker's start to ready, and from a terminal's hello to armed, with the
 * checkpoint that the archive kept and without any.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { openLedger, verifyLedger } from '../engine/adapters/ledger/index.ts'
import { canonicalJson } from '../engine/adapters/ledger/canonical-json.ts'
import type { EngineEvent, EpochMs } from '../engine/contracts/index.ts'
import { longHistory } from '../engine/testkit/long-history.ts'
import { costsOf } from './ledger/costs.ts'
import { keepCheckpoint, startDesk } from './ledger/started-desk.ts'
import { yearOnDisk } from './ledger/year.ts'
import { option, sqliteBinding, temporaryFolder } from './lib/built-app.ts'
import { quantile, report, type Figure } from './lib/figures.ts'

const BATCH = 5_000
const APPENDS = 1_000
/** Issue 5: restart to armed, milliseconds, by the events in the ledger. */
const GOALS = [
  { events: 100_000, atMost: 1_000 },
  { events: 1_000_000, atMost: 3_000 },
] as const
/** Events in the largest ledger; fewer for a quick look. */
const most = option('events', 1_000_000)
const binding = sqliteBinding()
const nowMs = () => Date.now() as EpochMs

/** Both take turns, so that they meet the same moods of the disk. */
function appends(what: string, events: readonly EngineEvent[]): Figure[] {
  const folder = temporaryFolder()
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding })
  const bare = bareCommit(path.join(folder, 'floor.db'))
  const times = { ours: [] as number[], bare: [] as number[] }
  for (const event of events) {
    times.ours.push(timed(() => ledger.append([event], nowMs())))
    times.bare.push(timed(() => bare(canonicalJson(event))))
  }
  ledger.close()
  const [ours, floor] = [quantile(times.ours, 0.5), quantile(times.bare, 0.5)]
  return [
    { name: `append of one ${what}, durable, p50`, value: ours, unit: 'ms' },
    { name: `append of one ${what}, durable, p99`, value: quantile(times.ours, 0.99), unit: 'ms' },
    { name: 'bare SQLite commit, FULL, same text (floor), p50', value: floor, unit: 'ms' },
    { name: `append of one ${what} ÷ bare commit, p50`, value: ours / floor, unit: '×' },
  ]
}

function bareCommit(file: string): (text: string) => void {
  const database = new Database(file, binding === null ? {} : { nativeBinding: binding })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO event (body) VALUES (?)')
  return text => void insert.run(text)
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function ledgerOf(events: number, folder: string): string {
  const file = path.join(folder, 'ledger.db')
  const ledger = openLedger({ file, binding })
  let batch: EngineEvent[] = []
  for (const event of longHistory(events)) {
    batch.push(event)
    if (batch.length < BATCH) continue
    ledger.append(batch, nowMs())
    batch = []
  }
  ledger.append(batch, nowMs())
  ledger.close()
  return file
}

async function starts({ events, atMost }: (typeof GOALS)[number]): Promise<Figure[]> {
  const folder = temporaryFolder()
  const file = ledgerOf(events, folder)
  const cold = await startDesk(folder)
  const verifyMs = timed(() => verifyLedger({ file, binding }))
  await keepCheckpoint(folder)
  const runs = [await startDesk(folder), await startDesk(folder), await startDesk(folder)]
  const name = events.toLocaleString('en')
  const costs = await costsOf(folder, name)
  rmSync(folder, { recursive: true })
  const middle = (of: 'readyMs' | 'armedMs') =>
    quantile(
      runs.map(run => run[of]),
      0.5,
    )
  const all = quantile(
    runs.map(({ readyMs, armedMs }) => readyMs + armedMs),
    0.99,
  )
  return [
    { name: `${name} events: worker's start to ready`, value: middle('readyMs'), unit: 'ms' },
    { name: `${name} events: hello to armed`, value: middle('armedMs'), unit: 'ms' },
    { name: `${name} events: start to armed, the slowest of 3`, value: all, unit: 'ms', bound: { atMost } },
    { name: `${name} events: start to ready without a checkpoint`, value: cold.readyMs, unit: 'ms' },
    { name: `${name} events: bitten ledger verify`, value: verifyMs, unit: 'ms' },
    ...costs,
  ]
}

const history = [...longHistory(2 * APPENDS)]
const areMissions = (wanted: boolean) =>
  history.filter(({ kind }) => (kind === 'missionRefused') === wanted).slice(0, APPENDS)
const figures = [
  ...appends('refusal, packed', areMissions(true)),
  ...appends('other event', areMissions(false)),
  ...yearOnDisk(),
]
for (const goal of GOALS) if (goal.events <= most) figures.push(...(await starts(goal)))
report('ledger', figures)
