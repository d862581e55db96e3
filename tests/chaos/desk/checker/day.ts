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

/** Percent of what the day began with that closed trades had lost at worst, without those that closed while the order was on its way. */
function closedLossPct({ marketMs, balanceCents }: Fire, { deals }: Book, { travelMs }: Terms): number {
  const fromMs = dayStartMs(marketMs)
  let [lost, most] = [0, 0]
  for (const { closeMs, netCents } of results(deals).toSorted((a, b) => a.closeMs - b.closeMs)) {
    if (closeMs < fromMs || closeMs >= marketMs - travelMs) continue
    lost -= netCents
    most = Math.max(most, lost)
  }
  return (100 * most) / beganCents({ marketMs, balanceCents }, deals)
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

export function dayLoss(fire: Fire, book: Book, terms: Terms): string[] {
  const { dailyLossPct } = RANKS[terms.rank]
  const lost = Math.max(closedLossPct(fire, book, terms), equityLossPct(fire, book))
  return lost >= dailyLossPct
    ? [`DAILY LOSS: ${lost.toFixed(2)} % lost today, ${terms.rank} stops at ${dailyLossPct} %`]
    : []
}

/** After half of the daily stop: half the risk, one open trade. */
export function isMedic(fire: Fire, book: Book, terms: Terms): boolean {
  const lost = Math.max(closedLossPct(fire, book, terms), equityLossPct(fire, book))
  return lost >= RANKS[terms.rank].dailyLossPct * MEDIC.lossShare
}
