import type { StoredEvent } from '../contracts/index.ts'
import type {
  BarStore,
  Clock,
  Ids,
  Ledger,
  Log,
  ReplayReport,
  TickColumns,
  TickSource,
} from '../ports/index.ts'
import type { DeskOptions } from '../app/desk.ts'
import { WEEK_MS } from '../domain/market/civil.ts'
import { ReplayDesk } from './replay-desk.ts'
import { ReplayTally } from './replay-report.ts'

export type ReplayJob = Readonly<{
  version: string
  seed: number
  /** Issue missions that fail only the value and calendar gates, marked as drills. */
  drills: boolean
  /** Fire every mission that the gate allows. */
  fire: boolean
  /** How often the data is run through, each time moved on by whole weeks. */
  loops: number
}>

export type ReplayPorts = Readonly<{
  source: TickSource
  clock: Clock & { set(ms: number): void }
  ids: Ids
  ledger: Ledger
  bars: BarStore
  model: DeskOptions['model']
  log: Log
  progress: (ticks: number, marketMs: number) => void
}>

/**
 * Runs market data through the engine against a simulated broker, in process and on the market's own clock. The same
 * data, job and version always give the same events, and so the same hash of the ledger.
 */
export async function replay(job: ReplayJob, ports: ReplayPorts): Promise<ReplayReport> {
  const tally = new ReplayTally(ports.source)
  const told = (events: readonly StoredEvent[]) => tally.onTold(events)
  let desk: ReplayDesk | null = null
  const kept: TickColumns[] = []
  let last = 0
  for await (const batch of ports.source.batches()) {
    if (batch.length === 0) continue
    desk ??= new ReplayDesk(job, ports, batch.timeMs[0] as number, told)
    if (job.loops > 1) kept.push(copyOf(batch))
    last = batch.timeMs[batch.length - 1] as number
    feed(desk, batch, 0, tally, ports)
  }
  if (desk && kept.length > 0) {
    const span = last - (kept[0]?.timeMs[0] ?? 0)
    const shift = Math.ceil((span + 1) / WEEK_MS) * WEEK_MS
    for (let loop = 1; loop < job.loops; loop++) {
      for (const batch of kept) feed(desk, batch, loop * shift, tally, ports)
    }
  }
  desk?.stop()
  return tally.report(desk, ports.ledger.head())
}

function feed(
  desk: ReplayDesk,
  batch: TickColumns,
  shiftMs: number,
  tally: ReplayTally,
  ports: ReplayPorts,
): void {
  const { timeMs, pair, bid, ask } = batch
  for (let k = 0; k < batch.length; k++) {
    desk.tick(pair[k] as number, (timeMs[k] as number) + shiftMs, bid[k] as number, ask[k] as number)
  }
  tally.onTicks(batch, shiftMs)
  ports.progress(tally.ticks, desk.marketMs)
}

/** A source may use its columns again for the next batch. */
const copyOf = ({ length, timeMs, pair, bid, ask }: TickColumns): TickColumns => ({
  length,
  timeMs: timeMs.slice(0, length),
  pair: pair.slice(0, length),
  bid: bid.slice(0, length),
  ask: ask.slice(0, length),
})
