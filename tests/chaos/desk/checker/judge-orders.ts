/** Every order as it came to the broker, by the tables. Each fault begins with the word of its rule. */
import { Book, DRIFT, type Fire, type Terms } from './book.ts'
import type { LogLine } from './broker-log.ts'
import { hours, news } from './clock.ts'
import { dayLoss, isMedic } from './day.ts'
import { exposure } from './exposure.ts'
import { lossAtStopCents } from './money.ts'
import { dayStartMs } from './new-york.ts'
import { FIRES_A_MINUTE, MEDIC, OUR_MAGIC, RANKS, SYMBOL_PAUSE_MS, TOTAL_RISK_PCT } from './tables.ts'

export function judgeOrders(log: readonly LogLine[], terms: Terms): string[] {
  const opened = log.find(line => line.at === 'opened')
  if (!opened) return ['LOG: the broker never opened its book']
  const book = new Book(opened)
  return log.flatMap(line => {
    if (line.at === 'deal') book.deals.push(line.deal)
    if (line.at === 'book') {
      book.positions = line.positions
      book.waiting = line.orders
    }
    if (line.at !== 'command' || line.repeat || line.late) return []
    if (line.what !== 'fire' && line.what !== 'place') return []
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
  ...medic(fire, book, terms),
  ...hours(fire, terms),
  ...newsOf(fire, book, terms),
  ...exposure(fire, book, terms),
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
  const taken = ours.find(held => held.symbol === symbol)
  if (taken) faults.push(`TWICE: ${symbol} has ${taken.name} of ours`)
  return faults
}

/** Percent of the balance that the order loses at its stop. */
function riskPct({ command, quotes, balanceCents }: Fire, { opened }: Book): number {
  const trade = { ...command, from: command.price }
  const prices = { symbols: opened.symbols, quotes }
  return (100 * lossAtStopCents(prices, trade, opened.commissionPerLot)) / balanceCents
}

function risk(fire: Fire, book: Book, terms: Terms): string[] {
  const { opened, ours } = book
  const prices = { symbols: opened.symbols, quotes: fire.quotes }
  const own = riskPct(fire, book)
  const held = ours.reduce(
    (sum, position) => sum + lossAtStopCents(prices, position, opened.commissionPerLot),
    0,
  )
  const all = own + (100 * held) / fire.balanceCents
  const allowed = Math.min(RANKS[terms.rank].riskPct, terms.riskPct)
  return [
    ...(own > allowed * DRIFT ? [`RISK: ${own.toFixed(3)} % at the stop, ${allowed} % allowed`] : []),
    ...(all > TOTAL_RISK_PCT * DRIFT ? [`TOTAL RISK: ${all.toFixed(3)} %, ${TOTAL_RISK_PCT} % allowed`] : []),
  ]
}

function medic(fire: Fire, book: Book, terms: Terms): string[] {
  if (!isMedic(fire, book, terms)) return []
  const { length } = book.ours
  const allowed = Math.min(RANKS[terms.rank].riskPct, terms.riskPct) * MEDIC.riskShare
  const own = riskPct(fire, book)
  return [
    ...(length >= MEDIC.openTrades ? [`MEDIC: ${length} open after half of the daily stop`] : []),
    ...(own > allowed * DRIFT
      ? [`MEDIC: ${own.toFixed(3)} % at the stop after half of the daily stop, ${allowed} % allowed`]
      : []),
  ]
}

function newsOf(fire: Fire, { opened }: Book, terms: Terms): string[] {
  const spec = opened.symbols.find(({ name }) => name === fire.command.symbol)
  return spec ? news(spec.pair, fire, terms) : []
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

function strangers({ command, what }: Fire, { opened, positions }: Book): string[] {
  if (opened.account.margin !== 'netting') return []
  if (what === 'place') return ['NETTING: an order waits whose fill would melt into another position']
  const held = positions.find(({ symbol, magic }) => symbol === command.symbol && magic !== OUR_MAGIC)
  return held ? [`NETTING: ${command.symbol} is held by position ${held.position}, which is not ours`] : []
}
