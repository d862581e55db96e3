/** The trading day that an order belongs to: what it had lost by then, and what is left of its rights. */
import type { Book, Fire, Terms } from './book.ts'
import type { DealLine } from './broker-log.ts'
import { gainCents } from './money.ts'
import { dayStartMs } from './new-york.ts'
import { MEDIC, OUR_MAGIC, RANKS } from './tables.ts'

const netOf = ({ profit, commission, swap }: DealLine): number => profit + commission + swap
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Trades of ours that are over, and when: all of their lots went out again. */
function results(deals: readonly DealLine[]): Readonly<{ closeMs: number; netCents: number }>[] {
  const ours = deals.filter(({ magic }) => magic === OUR_MAGIC)
  return [...new Set(ours.map(({ position }) => position))].flatMap(position => {
    const its = ours.filter(deal => deal.position === position)
    const left = sum(its.map(({ entry, lots }) => (entry === 'in' ? Number(lots) : -Number(lots))))
    if (left > 1e-9) return []
    return [{ closeMs: Math.max(...its.map(({ timeMs }) => timeMs)), netCents: sum(its.map(netOf)) }]
  })
}

/** When closed trades of the day had lost so many percent of what it began with; null: they have not. */
export function lostSinceMs(
  deals: readonly DealLine[],
  { marketMs, balanceCents }: Pick<Fire, 'marketMs' | 'balanceCents'>,
  pct: number,
): number | null {
  const began = beganCents({ marketMs, balanceCents }, deals)
  let lost = 0
  for (const { closeMs, netCents } of results(deals).toSorted((a, b) => a.closeMs - b.closeMs)) {
    if (closeMs < dayStartMs(marketMs)) continue
    lost -= netCents
    if ((100 * lost) / began >= pct) return closeMs
  }
  return null
}

/** The balance that the day began with. */
const beganCents = (
  { marketMs, balanceCents }: Pick<Fire, 'marketMs' | 'balanceCents'>,
  deals: readonly DealLine[],
): number => balanceCents - sum(deals.filter(({ timeMs }) => timeMs >= dayStartMs(marketMs)).map(netOf))

/** Percent that equity is below the day's begin at this moment. */
function equityLossPct(fire: Fire, { opened, deals, positions }: Book): number {
  const prices = { symbols: opened.symbols, quotes: fire.quotes }
  const began = beganCents(fire, deals)
  const equity = fire.balanceCents + sum(positions.map(position => gainCents(prices, position)))
  return (100 * (began - equity)) / began
}

/** So much was lost by closed trades before the order left, or is lost now with what is open. */
function hasLost(fire: Fire, book: Book, { travelMs }: Terms, pct: number): boolean {
  const sinceMs = lostSinceMs(book.deals, fire, pct)
  return (sinceMs !== null && sinceMs < fire.marketMs - travelMs) || equityLossPct(fire, book) >= pct
}

export function dayLoss(fire: Fire, book: Book, terms: Terms): string[] {
  const { dailyLossPct } = RANKS[terms.rank]
  return hasLost(fire, book, terms, dailyLossPct)
    ? [`DAILY LOSS: ${dailyLossPct} % lost today, where ${terms.rank} stops`]
    : []
}

/** After half of the daily stop: half the risk, one open trade. */
export const isMedic = (fire: Fire, book: Book, terms: Terms): boolean =>
  hasLost(fire, book, terms, RANKS[terms.rank].dailyLossPct * MEDIC.lossShare)
