/** The app's ledger beside the broker's log: the chain whole, every fill there, nothing sent that was not written first. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { DealLine, LogLine } from './broker-log.ts'
import { AUTO_RANKS, OUR_MAGIC, type RankName } from './tables.ts'

/** A row as it lies on disk. */
export type LedgerRow = Readonly<{ seq: number; wallMs: number; body: string; hash: string }>

const AnyEvent = z.looseObject({ kind: z.string() })
export const OrderRecorded = z.object({
  kind: z.literal('orderRecorded'),
  atMs: z.number().default(0),
  order: z.string(),
  mission: z.string(),
  account: z.string(),
  origin: z.string().default('window'),
  waitsUntilMs: z.number().optional(),
})
export const DealDone = z.object({
  kind: z.literal('dealDone'),
  order: z.string().nullable(),
  deal: z.object({ deal: z.string(), position: z.string(), entry: z.string(), lots: z.string() }),
})
const Settings = z.object({ kind: z.literal('settingsApplied'), settings: z.looseObject({ liveUnlocked: z.boolean().optional() }) }) // prettier-ignore
export const Guard = z.object({
  kind: z.enum(['guardRaised', 'guardEnded']),
  guard: z.string(),
  untilMs: z.number().nullable().default(null),
})

export const eventsOf = (rows: readonly LedgerRow[]): z.infer<typeof AnyEvent>[] =>
  rows.map(({ body }) => AnyEvent.parse(JSON.parse(body)))

export const all = <T>(rows: readonly LedgerRow[], schema: z.ZodType<T>): T[] =>
  eventsOf(rows).flatMap(event => {
    const read = schema.safeParse(event)
    return read.success ? [read.data] : []
  })

export const judgeLedger = (
  rows: readonly LedgerRow[],
  log: readonly LogLine[],
  rank: RankName,
): string[] => [
  ...brokenChain(rows),
  ...orphans(rows, log),
  ...unrecorded(rows, log),
  ...missionsTwice(rows, log),
  ...forbidden(rows, rank),
  ...otherBook(rows, log),
  ...left(log),
]

/** docs of the ledger: SHA-256 over the hash before, seq, wallMs and the event's text, a line each; 64 zeros at first. */
function brokenChain(rows: readonly LedgerRow[]): string[] {
  let before = '0'.repeat(64)
  for (const [at, { seq, wallMs, body, hash }] of rows.entries()) {
    const fits = createHash('sha256').update(`${before}\n${seq}\n${wallMs}\n${body}`).digest('hex') === hash
    if (!fits || seq !== at + 1) return [`CHAIN: event ${seq} does not fit`]
    before = hash
  }
  return []
}

const dealsIn = (log: readonly LogLine[]): DealLine[] =>
  log.flatMap(line => (line.at === 'deal' && line.deal.magic === OUR_MAGIC ? [line.deal] : []))

function orphans(rows: readonly LedgerRow[], log: readonly LogLine[]): string[] {
  const done = dealsIn(log).map(({ deal }) => deal)
  const told = all(rows, DealDone).map(({ deal }) => deal.deal)
  const unknown = log.flatMap(line => (line.at === 'deal' ? [line.deal.deal] : []))
  return [
    ...done.filter(deal => !told.includes(deal)).map(deal => `ORPHAN: deal ${deal} is not in the ledger`),
    ...told.filter(deal => !unknown.includes(deal)).map(deal => `INVENTED: deal ${deal} never was`),
    ...told
      .filter((deal, at) => told.indexOf(deal) !== at)
      .map(deal => `REPEATED: deal ${deal} is there twice`),
  ]
}

/** An order at the broker whose intent is not on the app's disk. */
function unrecorded(rows: readonly LedgerRow[], log: readonly LogLine[]): string[] {
  const recorded = new Set(all(rows, OrderRecorded).map(({ order }) => order))
  const ids = log.flatMap(line =>
    line.at === 'command' &&
    (line.what === 'fire' || line.what === 'place') &&
    line.command.magic === OUR_MAGIC
      ? [line.command.id]
      : [],
  )
  return [...new Set(ids)]
    .filter(id => !recorded.has(id))
    .map(id => `UNRECORDED: order ${id} is not in the ledger`)
}

function missionsTwice(rows: readonly LedgerRow[], log: readonly LogLine[]): string[] {
  const filled = new Set(dealsIn(log).flatMap(({ id, entry }) => (entry === 'in' && id ? [id] : [])))
  const missions = all(rows, OrderRecorded)
    .filter(({ order }) => filled.has(order))
    .map(({ mission }) => mission)
  return missions
    .filter((mission, at) => missions.indexOf(mission) !== at)
    .map(mission => `DOUBLE: mission ${mission} was filled by two orders`)
}

/** Guards that let nothing be fired while they stand. */
export const STOPPING: ReadonlySet<string> = new Set([
  'TILT_LOCKOUT',
  'DAILY_STOP',
  'DRAWDOWN_STOP',
  'HALTED',
])

/** What the ledger itself says was allowed when an order was recorded. */
class Permission {
  /** Until when in market time; null: until somebody or something ends it. */
  readonly #standing = new Map<string, number | null>()
  readonly #realMoney = new Set<string>()

  follow(event: z.infer<typeof AnyEvent>): void {
    if (event.kind === 'paused') this.#standing.set('PAUSED', null)
    if (event.kind === 'resumed') this.#standing.delete('PAUSED')
    if (event.kind === 'consentGiven') this.#realMoney.add('consent')
    const settings = Settings.safeParse(event)
    if (settings.success && settings.data.settings.liveUnlocked) this.#realMoney.add('unlock')
    if (settings.success && !settings.data.settings.liveUnlocked) this.#realMoney.delete('unlock')
    const guard = Guard.safeParse(event)
    if (!guard.success || !STOPPING.has(guard.data.guard)) return
    if (guard.data.kind === 'guardRaised') this.#standing.set(guard.data.guard, guard.data.untilMs)
    else this.#standing.delete(guard.data.guard)
  }

  faultsOf(recorded: z.infer<typeof OrderRecorded>, rank: RankName): string[] {
    const { order, account, origin, atMs, waitsUntilMs } = recorded
    const isReal = account === 'live' || account === 'contest'
    const standing = [...this.#standing].filter(([, untilMs]) => untilMs === null || atMs < untilMs)
    const mayAuto = AUTO_RANKS.includes(rank) && !(rank === 'WARRIOR' && isReal)
    return [
      ...standing.map(([name]) => `GUARD: order ${order} was recorded during ${name}`),
      ...(isReal && this.#realMoney.size < 2
        ? [`LIVE: order ${order} of a ${account} account without unlock and consent`]
        : []),
      ...(origin === 'auto' && !mayAuto
        ? [`AUTO: order ${order} was fired by AUTO for ${rank} on a ${account} account`]
        : []),
      ...(origin === 'auto' && waitsUntilMs !== undefined ? [`AUTO: order ${order} of AUTO waits`] : []),
    ]
  }
}

function forbidden(rows: readonly LedgerRow[], rank: RankName): string[] {
  const permission = new Permission()
  return eventsOf(rows).flatMap(event => {
    const order = OrderRecorded.safeParse(event)
    if (order.success) return permission.faultsOf(order.data, rank)
    permission.follow(event)
    return []
  })
}

/** What the ledger says is open, and what the broker holds, both of ours. */
function otherBook(rows: readonly LedgerRow[], log: readonly LogLine[]): string[] {
  const last = log.findLast(line => line.at === 'book')
  const held = new Map((last?.positions ?? []).flatMap(({ position, lots, magic }) => (magic === OUR_MAGIC ? [[position, Number(lots)] as const] : []))) // prettier-ignore
  const recorded = new Set(all(rows, OrderRecorded).map(({ order }) => order))
  const open = new Map<string, number>()
  const ours = new Set<string>()
  for (const { order, deal } of all(rows, DealDone)) {
    if (order !== null && recorded.has(order)) ours.add(deal.position)
    const lots = deal.entry === 'in' ? Number(deal.lots) : -Number(deal.lots)
    open.set(deal.position, (open.get(deal.position) ?? 0) + lots)
  }
  const positions = new Set([...held.keys(), ...[...open.keys()].filter(position => ours.has(position))])
  return [...positions].flatMap(position => {
    const [there, here] = [held.get(position) ?? 0, open.get(position) ?? 0]
    if (Math.abs(there - here) < 1e-9) return []
    return [`BOOK: position ${position} has ${there} lots at the broker, ${here.toFixed(2)} in the ledger`]
  })
}

/** Whoever flattens wants nothing to come after it. */
function left(log: readonly LogLine[]): string[] {
  const flattened = log.findLastIndex(line => line.at === 'command' && line.what === 'flatten')
  const placedLater = log.slice(flattened + 1).some(line => line.at === 'command' && line.what === 'place')
  const last = log.findLast(line => line.at === 'book')
  if (flattened < 0 || placedLater || !last) return []
  const waiting = last.orders.filter(({ magic }) => magic === OUR_MAGIC)
  return waiting.map(({ order, symbol }) => `LEFT: order ${order} waits for ${symbol} after a flatten`)
}
