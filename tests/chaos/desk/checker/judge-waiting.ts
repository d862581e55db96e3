/**
 * Orders that wait, when they are filled. An order may be filled into something that forbids a shot only as long as the app could not
 * know or act: once it has lived linked for `ACT_WITHIN_MS` since that began, it must have asked the broker for the order before the
 * fill. And none waits longer than its mission lasts.
 */
import { z } from 'zod'
import type { Place, Terms } from './book.ts'
import type { DealLine, LogLine } from './broker-log.ts'
import { isSilent } from './clock.ts'
import { lostSinceMs } from './day.ts'
import { all, DealDone, eventsOf, Guard, OrderRecorded, STOPPING, type LedgerRow } from './judge-ledger.ts'
import { lossAtStopCents } from './money.ts'
import { isDeadHour, isNearWeekend } from './new-york.ts'
import { MEDIC, OUR_MAGIC, RANKS } from './tables.ts'

/** Of life with a link: to hear of it, and, when a word of the terminal was lost, to ask for it. */
export const ACT_WITHIN_MS = 15_000
const LOOK_BACK_MS = 1_000
/** Of its market time and the broker's, as the app knows it between two beats. */
const CLOCK_MS = 10_000
/** Results of other trades move the balance by less; what was placed in good days risks twice as much. */
const MEDIC_DRIFT = 1.1

const Issued = z.object({
  kind: z.literal('missionIssued'),
  mission: z.object({ id: z.string(), expiresMs: z.number() }),
})
const Timed = z.object({ kind: z.string(), atMs: z.number() })
const Selected = z.object({ kind: z.literal('selectorSet'), selector: z.string() })
const Declined = z.object({ kind: z.literal('missionDeclined'), mission: z.string(), atMs: z.number() })

type Fill = Readonly<{ deal: DealLine; place: Place; line: number }>
type Ban = Readonly<{ name: string; sinceMs: number }>

export function judgeWaiting(log: readonly LogLine[], rows: readonly LedgerRow[], terms: Terms): string[] {
  const places = log.flatMap(line =>
    line.at === 'command' && line.what === 'place' && !line.repeat ? [line] : [],
  )
  return [
    ...overlong(places, rows),
    ...fillsOf(log, places).flatMap(fill => judgeFill(fill, log, rows, terms)),
  ]
}

function overlong(places: readonly Place[], rows: readonly LedgerRow[]): string[] {
  const orders = all(rows, OrderRecorded)
  const missions = all(rows, Issued)
  return places.flatMap(({ command: { id, untilMs } }) => {
    const mission = orders.find(({ order }) => order === id)?.mission
    const expiresMs = missions.find(one => one.mission.id === mission)?.mission.expiresMs ?? 0
    const text = (ms: number) => new Date(ms).toISOString()
    return untilMs <= expiresMs
      ? []
      : [`EXPIRY: order ${id} waits until ${text(untilMs)}, its mission ends at ${text(expiresMs)}`]
  })
}

const fillsOf = (log: readonly LogLine[], places: readonly Place[]): Fill[] =>
  log.flatMap((line, at) => {
    if (line.at !== 'deal' || line.deal.entry !== 'in') return []
    const place = places.find(({ command }) => command.id === line.deal.id)
    return place ? [{ deal: line.deal, place, line: at }] : []
  })

function judgeFill(fill: Fill, log: readonly LogLine[], rows: readonly LedgerRow[], terms: Terms): string[] {
  const { deal, place, line } = fill
  const { id, untilMs } = place.command
  const asked = log.slice(0, line).some(isAskedBack(id))
  const bans = asked ? [] : bansOn(fill, log, rows, terms)
  return [
    ...(deal.timeMs > untilMs ? [`EXPIRY: order ${id} was filled after its time`] : []),
    ...bans.flatMap(({ name, sinceMs }) => {
      const ms = attendedMs(terms, Math.max(sinceMs, place.marketMs), deal.timeMs)
      return ms < ACT_WITHIN_MS
        ? []
        : [
            `INTO ${name}: order ${id} was filled after ${ms / 1_000} s in which it could have been taken back`,
          ]
    }),
  ]
}

const isAskedBack =
  (id: string) =>
  (line: LogLine): boolean =>
    line.at === 'command' &&
    (line.what === 'flatten' || (line.what === 'cancel' && line.command.order === id))

function attendedMs({ attended }: Terms, fromMs: number, toMs: number): number {
  return attended.reduce(
    (sum, span) => sum + Math.max(0, Math.min(toMs, span.toMs) - Math.max(fromMs, span.fromMs)),
    0,
  )
}

/** What forbade a shot when it was filled, and since when. */
function bansOn(fill: Fill, log: readonly LogLine[], rows: readonly LedgerRow[], terms: Terms): Ban[] {
  const { id, symbol } = fill.place.command
  const mission = all(rows, OrderRecorded).find(({ order }) => order === id)?.mission
  const declined = all(rows, Declined).filter(one => one.mission === mission)
  const wanted = terms.wantedBack.filter(({ order }) => order === id)
  const bans = [
    ...standing(rows, fill),
    ...declined.map(({ atMs }) => ({ name: 'A DECLINED MISSION', sinceMs: atMs })),
    ...wanted.map(({ atMs }) => ({ name: 'A WISH TO HAVE IT BACK', sinceMs: atMs })),
    ...ofClock(fill, 'DEAD HOURS', isDeadHour),
    ...ofClock(fill, 'WEEKEND', isNearWeekend),
    ...ofClock(fill, 'NEWS', ms =>
      terms.announcements.some(one => pairOf(log, symbol).includes(one.currency) && isSilent(one, ms)),
    ),
    ...ofDay(fill, log, terms),
  ]
  return bans.filter(({ sinceMs }) => sinceMs < fill.deal.timeMs)
}

function ofClock({ deal, place }: Fill, name: string, forbids: (marketMs: number) => boolean): Ban[] {
  if (!forbids(deal.timeMs)) return []
  let sinceMs = deal.timeMs
  while (sinceMs > place.marketMs && forbids(sinceMs - LOOK_BACK_MS)) sinceMs -= LOOK_BACK_MS
  return [{ name, sinceMs }]
}

/** The daily stop; after half of it half the risk, and no second trade. */
function ofDay(fill: Fill, log: readonly LogLine[], terms: Terms): Ban[] {
  const before = log.slice(0, fill.line)
  const books = before.filter(one => one.at === 'book')
  const deals = before.flatMap(one => (one.at === 'deal' ? [one.deal] : []))
  const { timeMs: marketMs } = fill.deal
  const balanceCents = books.at(-1)?.balanceCents ?? 0
  const sinceMs = (share: number) =>
    lostSinceMs(deals, { marketMs, balanceCents }, RANKS[terms.rank].dailyLossPct * share)
  const [whole, half] = [sinceMs(1), sinceMs(MEDIC.lossShare)]
  const others = (books.at(-1)?.positions ?? []).filter(({ magic }) => magic === OUR_MAGIC)
  const opened = others.map(
    one => deals.find(({ position }) => position === one.position)?.timeMs ?? marketMs,
  )
  const isTooMuch = riskPct(fill.place, log, balanceCents) > allowedPct(terms) * MEDIC.riskShare * MEDIC_DRIFT
  return [
    ...(whole === null ? [] : [{ name: 'DAILY LOSS', sinceMs: whole }]),
    ...(half !== null && opened.length > 0
      ? [{ name: 'MEDIC', sinceMs: Math.max(half, Math.min(...opened)) }]
      : []),
    ...(half !== null && isTooMuch ? [{ name: 'MEDIC', sinceMs: half }] : []),
  ]
}

const allowedPct = ({ rank, riskPct: own }: Terms): number => Math.min(RANKS[rank].riskPct, own)

function riskPct({ command, quotes }: Place, log: readonly LogLine[], balanceCents: number): number {
  const opened = log.find(line => line.at === 'opened')
  if (!opened) return Number.NaN
  const prices = { symbols: opened.symbols, quotes }
  const cents = lossAtStopCents(prices, { ...command, from: command.price }, opened.commissionPerLot)
  return (100 * cents) / balanceCents
}

/**
 * Switches and guards that stood by the ledger's own word, as far as it had come when it wrote of the fill. A word that is older than
 * the order it came after was written by a clock that was wrong: nobody knows since when it holds.
 */
function standing(rows: readonly LedgerRow[], { deal, place }: Fill): Ban[] {
  const bans = new Map<string, number>()
  let isPlaced = false
  for (const event of eventsOf(rows)) {
    const done = DealDone.safeParse(event)
    if (done.success && done.data.deal.deal === deal.deal) break
    const order = OrderRecorded.safeParse(event)
    if (order.success && order.data.order === deal.id) isPlaced = true
    const timed = Timed.safeParse(event)
    const isWrong = isPlaced && timed.success && timed.data.atMs < place.marketMs - CLOCK_MS
    if (timed.success && !isWrong) follow(bans, event, timed.data, deal.timeMs)
  }
  return [...bans].map(([name, sinceMs]) => ({ name, sinceMs }))
}

function follow(
  bans: Map<string, number>,
  event: unknown,
  { kind, atMs }: z.infer<typeof Timed>,
  marketMs: number,
): void {
  const stands = (name: string, is: boolean) =>
    void (is ? bans.set(name, bans.get(name) ?? atMs) : bans.delete(name))
  if (kind === 'paused' || kind === 'resumed') stands('PAUSED', kind === 'paused')
  const selected = Selected.safeParse(event)
  if (selected.success) stands('SAFE', selected.data.selector === 'SAFE')
  const guard = Guard.safeParse(event)
  if (!guard.success || !STOPPING.has(guard.data.guard)) return
  const { untilMs, guard: name } = guard.data
  stands(name, guard.data.kind === 'guardRaised' && (untilMs === null || marketMs < untilMs))
}

function pairOf(log: readonly LogLine[], symbol: string): string {
  const opened = log.find(line => line.at === 'opened')
  return opened?.symbols.find(({ name }) => name === symbol)?.pair ?? ''
}
