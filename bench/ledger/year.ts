import { rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { openLedger } from '../../engine/adapters/ledger/index.ts'
import { EMPTY_HEAD, seal } from '../../engine/adapters/ledger/chain.ts'
import { LEDGER_SCHEMA } from '../../engine/adapters/ledger/ledger-schema.ts'
import { openDatabase } from '../../engine/adapters/sqlite/index.ts'
import type { EngineEvent, EpochMs } from '../../engine/contracts/index.ts'
import { LedgerFault } from '../../engine/ports/ledger.ts'
import { ONE_OF_EACH } from '../../engine/testkit/one-of-each.ts'
import { DeskHarness } from '../../engine/testkit/desk-harness.ts'
import { aModel } from '../../engine/testkit/models.ts'
import { sqliteBinding, temporaryFolder } from '../lib/built-app.ts'
import type { Figure } from '../lib/figures.ts'
import { jumpyBidAt } from '../lib/market-of-jumps.ts'

/** Proposals of six majors in 2018, by `bitten backtest`: 25,293. Each is refused or issued, and then its end is told. */
const PROPOSALS = (25_293 / 6) * 15
const MINUTES = 14 * 24 * 60
/** A ledger this long makes the pages of its indices and its header count for little. */
const AT_LEAST = 5_000
/** Retention keeps at most so many, the oldest of them a year old. */
const BACKUPS = 23

/** What a year of fifteen pairs takes on the disk, and what it took before missions were packed. */
export function yearOnDisk(): Figure[] {
  const events = refusalsAndEnds()
  const [now, before] = [sizeOf(events, packedFile), sizeOf(events, plainFile)]
  const bytesOf = (size: number) => (size / events.length) * 2
  const year = (size: number) => (bytesOf(size) * PROPOSALS) / 1e6
  return [
    { name: 'a refusal and its end, in the file', value: bytesOf(now), unit: 'bytes' },
    { name: 'the same, not packed (before)', value: bytesOf(before), unit: 'bytes' },
    { name: 'packed ÷ not packed', value: now / before, unit: '×', bound: { atMost: 0.25 } },
    { name: 'a year of 15 pairs', value: year(now), unit: 'MB' },
    { name: 'a year of 15 pairs, not packed (before)', value: year(before), unit: 'MB' },
    { name: `${BACKUPS} backups of a whole year, at most`, value: (year(now) * BACKUPS) / 1e3, unit: 'GB' },
  ]
}

/** Of a market that jumps, once with a model and once without, as often as it takes. */
function refusalsAndEnds(): EngineEvent[] {
  const refused = [{ model: aModel() }, {}].flatMap(options => {
    const desk = new DeskHarness(options)
    desk.play(1, () => 110_000).link()
    desk.play(MINUTES, minute => jumpyBidAt(minute * 60_000))
    return desk.events('missionRefused')
  })
  const pairs = refused.flatMap((event): EngineEvent[] => [event, { ...ONE_OF_EACH.candidateEnded }])
  const times = Math.ceil(AT_LEAST / pairs.length)
  return Array.from({ length: times }, () => pairs).flat()
}

function sizeOf(
  events: readonly EngineEvent[],
  write: (file: string, events: readonly EngineEvent[]) => void,
) {
  const folder = temporaryFolder()
  const file = path.join(folder, 'ledger.db')
  write(file, events)
  const { size } = statSync(file)
  rmSync(folder, { recursive: true })
  return size
}

function packedFile(file: string, events: readonly EngineEvent[]): void {
  const ledger = openLedger({ file, binding: sqliteBinding() })
  ledger.append(events, Date.now() as EpochMs)
  ledger.close()
}

/** As the fourth version of the file has it. */
function plainFile(file: string, events: readonly EngineEvent[]): void {
  const migrations = LEDGER_SCHEMA.migrations.filter(({ version }) => version < 5)
  const schema = { ...LEDGER_SCHEMA, migrations }
  const binding = sqliteBinding()
  const database = openDatabase({ file, binding, schema, synchronous: 'FULL', Fault: LedgerFault })
  const insert = database.prepare(
    'INSERT INTO event (seq, wall_ms, body, hash) VALUES (@seq, @wallMs, @body, @hash)',
  )
  database.transaction(() => {
    for (const { row } of seal(events, EMPTY_HEAD, Date.now() as EpochMs)) insert.run(row)
  })()
  database.close()
}
