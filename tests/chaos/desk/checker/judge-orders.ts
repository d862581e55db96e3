/** Every order as it came to the broker, by the tables. Each fault begins with the word of its rule. */
import type { DealLine, LogLine, PositionLine } from './broker-log.ts'
import { lossAtStopCents, type Prices } from './money.ts'
import { dayStartMs, isDeadHour, isNearWeekend, newYork } from './new-york.ts'
import { FIRES_A_MINUTE, OUR_MAGIC, RANKS, SYMBOL_PAUSE_MS, TOTAL_RISK_PCT, type RankName } from './tables.ts'

/** Under what terms the trader traded. */
export type Terms = Readonly<{
  rank: RankName
  /** Percent of balance that the trader's own settings allow; the rank's when they say nothing. */
  riskPct: number
  /** How long an order may have been on its way: rules are kept when it is sent. */
  travelMs: number
  /** For a while the app was told no price that could be one: it may not have known that a stop was passed. */
  isBlind?: boolean
}>

type Fire = Extract<LogLine, { at: 'command'; what: 'fire' }>
type Opened = Extract<LogLine, { at: 'opened' }>

/** Conversion moves between the judgement and the arrival; lots are floored, so a whole step too many is far beyond it. */
const DRIFT = 1.005

/** What the log has told up to a line. */
class Book {
  readonly opened: Opened
  readonly fires: Fire[] = []
  readonly deals: DealLine[] = []
  positions: readonly PositionLine[] = []

  constructor(opened: Opened) {
    this.opened = opened
  }

  get ours(): readonly PositionLine[] {
    return this.positions.filter(({ magic }) => magic === OUR_MAGIC)
  }
}

export function judgeOrders(log: readonly LogLine[], terms: Terms): string[] {
  const opened = log.find(line => line.at === 'opened')
  if (!opened) return ['LOG: the broker never opened its book']
  const book = new Book(opened)
  return log.flatMap(line => {
    if (line.at === 'deal') book.deals.push(line.deal)
    if (line.at === 'book') book.positions = line.positions
    if (line.at !== 'command' || line.what !== 'fire' || line.repeat || line.late) return []
    const faults = judge(line, book, terms)
    book.fires.push(line)
    return faults.map(
      fault => `${fault} (order ${line.command.id}, ${new Date(line.marketMs).toISOString()})`,
    )
  })
}

const judge = (fire: Fire, book: Book, terms: Terms): string[] => [
  ...shape(fire, book, terms),
  ...risk(fire, book, terms),
  ...counts(fire, book, terms),
  ...dayLoss(fire, book, terms),
  ...hours(fire, terms),
  ...strangers(fire, book),
]

function shape({ command, quotes }: Fire, { opened, ours }: Book, { isBlind = false }: Terms): string[] {
  const { symbol, side, stop, lots, price, target } = command
  const spec = opened.symbols.find(({ name }) => name === symbol)
  if (!spec) return [`SYMBOL: ${symbol} is not offered`]
  const faults: string[] = []
  const direction = side === 'buy' ? 1 : -1
  const quote = quotes.find(one => one.symbol === symbol)
  const closing = quote ? (side === 'buy' ? quote.bid : quote.ask) / 10 ** spec.digits : Number.NaN
  if (!(Number(stop) > 0)) faults.push('NO STOP: the order has none')
  else if (!((Number(price) - Number(stop)) * direction > 0))
    faults.push(`WRONG SIDE: stop ${stop} of a ${side} at ${price}`)
  else if (!isBlind && !((closing - Number(stop)) * direction > 0))
    faults.push(`WRONG SIDE: stop ${stop} of a ${side} while it would close at ${closing}`)
  if (!((Number(target) - Number(price)) * direction > 0)) faults.push(`WRONG SIDE: target ${target}`)
  const steps = Number(lots) / spec.lotStep
  if (Math.abs(steps - Math.round(steps)) > 1e-6) faults.push(`LOTS: ${lots} is off the step ${spec.lotStep}`)
  if (Number(lots) < spec.lotMin - 1e-9 || Number(lots) > spec.lotMax + 1e-9)
    faults.push(`LOTS: ${lots} is outside ${spec.lotMin} to ${spec.lotMax}`)
  if (ours.some(position => position.symbol === symbol))
    faults.push(`TWICE: ${symbol} has an open position of ours`)
  return faults
}

function risk({ command, quotes, balanceCents }: Fire, { opened, ours }: Book, terms: Terms): string[] {
  const prices: Prices = { symbols: opened.symbols, quotes }
  const lossOf = (
    trade: { symbol: string; side: 'buy' | 'sell'; lots: string; stop: string | null },
    from: string,
  ) =>
    lossAtStopCents(
      prices,
      { ...trade, lots: Number(trade.lots), from: Number(from), stop: Number(trade.stop) },
      opened.commissionPerLot,
    )
  const own = lossOf(command, command.price)
  const all = ours.reduce((sum, position) => sum + lossOf(position, position.open), own)
  const allowed = Math.min(RANKS[terms.rank].riskPct, terms.riskPct)
  const pct = (cents: number) => (100 * cents) / balanceCents
  return [
    ...(pct(own) > allowed * DRIFT
      ? [`RISK: ${pct(own).toFixed(3)} % at the stop, ${allowed} % allowed`]
      : []),
    ...(pct(all) > TOTAL_RISK_PCT * DRIFT
      ? [`TOTAL RISK: ${pct(all).toFixed(3)} %, ${TOTAL_RISK_PCT} % allowed`]
      : []),
  ]
}

function counts({ command, marketMs }: Fire, { fires, ours }: Book, { rank, travelMs }: Terms): string[] {
  const { openTrades, shotsADay } = RANKS[rank]
  const today = fires.filter(fire => fire.marketMs >= dayStartMs(marketMs)).length
  const lastMinute = fires.filter(fire => marketMs - fire.marketMs < 60_000 - travelMs).length
  const before = fires.findLast(fire => fire.command.symbol === command.symbol)
  const apartMs = before ? marketMs - before.marketMs : Number.POSITIVE_INFINITY
  return [
    ...(ours.length >= openTrades
      ? [`OPEN TRADES: ${ours.length} open, ${rank} may hold ${openTrades}`]
      : []),
    ...(today >= shotsADay ? [`SHOTS: ${today + 1} today, ${rank} has ${shotsADay}`] : []),
    ...(lastMinute >= FIRES_A_MINUTE ? [`MINUTE: ${lastMinute + 1} shots in a minute`] : []),
    ...(apartMs < SYMBOL_PAUSE_MS - travelMs
      ? [`PAUSE: ${apartMs} ms after the last shot on ${command.symbol}`]
      : []),
  ]
}

const netOf = ({ profit, commission, swap }: DealLine): number => profit + commission + swap

/** Closed trades of the day, without those that closed while the order was on its way. */
function dayLoss({ marketMs, balanceCents }: Fire, { deals }: Book, { rank, travelMs }: Terms): string[] {
  const fromMs = dayStartMs(marketMs)
  const today = deals.filter(({ timeMs }) => timeMs >= fromMs)
  const firstCents = balanceCents - today.reduce((sum, deal) => sum + netOf(deal), 0)
  const isOver = (position: string) =>
    deals.some(
      deal => deal.position === position && deal.entry === 'out' && deal.timeMs < marketMs - travelMs,
    )
  const closed = today.filter(deal => deal.magic === OUR_MAGIC && isOver(deal.position))
  const lostPct = (-100 * closed.reduce((sum, deal) => sum + netOf(deal), 0)) / firstCents
  const limit = RANKS[rank].dailyLossPct
  return lostPct >= limit
    ? [`DAILY LOSS: ${lostPct.toFixed(2)} % lost today, ${rank} stops at ${limit} %`]
    : []
}

/** The clock is looked at when the order left: it may have been on its way when the hour struck. */
function hours({ marketMs }: Fire, { travelMs }: Terms): string[] {
  const leftMs = marketMs - travelMs
  const { day, minute } = newYork(marketMs)
  const clock = `${day} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')} in New York`
  return [
    ...(isDeadHour(marketMs) && isDeadHour(leftMs) ? [`DEAD HOURS: ${clock}`] : []),
    ...(isNearWeekend(marketMs) && isNearWeekend(leftMs) ? [`WEEKEND: ${clock}`] : []),
  ]
}

function strangers({ command }: Fire, { opened, positions }: Book): string[] {
  if (opened.account.margin !== 'netting') return []
  const held = positions.find(({ symbol, magic }) => symbol === command.symbol && magic !== OUR_MAGIC)
  return held ? [`NETTING: ${command.symbol} is held by position ${held.position}, which is not ours`] : []
}
