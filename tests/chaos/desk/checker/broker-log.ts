/** What the simulated broker wrote down, read by somebody who knows nothing of the app. Prices are text, quotes points. */
import { z } from 'zod'

const Side = z.enum(['buy', 'sell'])

export const SymbolLine = z.object({
  name: z.string(),
  pair: z.string(),
  digits: z.number(),
  contract: z.number(),
  lotMin: z.number(),
  lotMax: z.number(),
  lotStep: z.number(),
})
export type SymbolLine = z.infer<typeof SymbolLine>

export const FireLine = z.object({
  id: z.string(),
  symbol: z.string(),
  side: Side,
  lots: z.string(),
  stop: z.string(),
  target: z.string(),
  price: z.string(),
  magic: z.number(),
})

/** A limit order: it waits at `price`, until then by the market's clock. */
const PlaceLine = FireLine.extend({ untilMs: z.number() })

const QuoteLine = z.object({ symbol: z.string(), bid: z.number(), ask: z.number() })
export type QuoteLine = z.infer<typeof QuoteLine>

const DealLine = z.object({
  deal: z.string(),
  position: z.string(),
  id: z.string().nullable(),
  symbol: z.string(),
  entry: z.enum(['in', 'out']),
  side: Side,
  lots: z.string(),
  price: z.string(),
  profit: z.number(),
  commission: z.number(),
  swap: z.number(),
  timeMs: z.number(),
  magic: z.number(),
})
export type DealLine = z.infer<typeof DealLine>

const PositionLine = z.object({
  position: z.string(),
  symbol: z.string(),
  side: Side,
  lots: z.string(),
  open: z.string(),
  stop: z.string().nullable(),
  magic: z.number(),
})
export type PositionLine = z.infer<typeof PositionLine>

const WaitingLine = z.object({
  order: z.string(),
  symbol: z.string(),
  side: Side,
  lots: z.string(),
  price: z.string(),
  stop: z.string().nullable(),
  magic: z.number(),
  id: z.string().nullable(),
})
export type WaitingLine = z.infer<typeof WaitingLine>

const answered = {
  marketMs: z.number(),
  late: z.boolean(),
  verdict: z.object({ is: z.string(), retcode: z.number() }).nullable(),
  repeat: z.boolean(),
  balanceCents: z.number(),
  quotes: z.array(QuoteLine),
}

/** Commands that open nothing are read for their place in the order of things only. */
const CommandLine = z.union([
  z.object({ at: z.literal('command'), what: z.literal('fire'), command: FireLine, ...answered }),
  z.object({ at: z.literal('command'), what: z.literal('place'), command: PlaceLine, ...answered }),
  z.object({
    at: z.literal('command'),
    what: z.literal('cancel'),
    command: z.object({ id: z.string(), order: z.string() }),
    ...answered,
  }),
  z.object({
    at: z.literal('command'),
    what: z.enum(['modify', 'close', 'flatten']),
    command: z.object({ id: z.string(), position: z.string().optional(), stop: z.string().optional() }),
    ...answered,
  }),
])

export const LogLine = z.union([
  z.object({
    at: z.literal('opened'),
    marketMs: z.number(),
    commissionPerLot: z.number(),
    account: z.object({ currency: z.string(), margin: z.enum(['hedging', 'netting']) }),
    symbols: z.array(SymbolLine),
  }),
  CommandLine,
  z.object({ at: z.literal('deal'), deal: DealLine }),
  z.object({
    at: z.literal('book'),
    marketMs: z.number(),
    balanceCents: z.number(),
    positions: z.array(PositionLine),
    orders: z.array(WaitingLine).default([]),
  }),
  z.object({ at: z.literal('word'), marketMs: z.number(), about: z.string(), is: z.string() }),
])
export type LogLine = z.infer<typeof LogLine>

/** A broker that was started again begins with what it knew: its deals are in the log once, and its opening. */
export function readLog(lines: readonly unknown[]): LogLine[] {
  const deals = new Set<string>()
  let isOpened = false
  return lines.flatMap(raw => {
    const line = LogLine.parse(raw)
    const isKnown = line.at === 'deal' ? deals.has(line.deal.deal) : line.at === 'opened' && isOpened
    if (line.at === 'deal') deals.add(line.deal.deal)
    if (line.at === 'opened') isOpened = true
    return isKnown ? [] : [line]
  })
}
