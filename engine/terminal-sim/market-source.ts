import { PAIRS, baseOf, quoteOf, type Pair } from '../contracts/pairs.ts'
import type { SimulatorStart } from '../contracts/simulator.ts'
import { openTickSource } from '../adapters/importers/index.ts'
import {
  brokerSymbol,
  createGenerator,
  currenciesWithoutRoute,
  usualSpreadAt,
  type BrokerSymbol,
} from '../broker-sim/index.ts'
import type { TickSource } from '../ports/tick-source.ts'
import { PlayedHistory, type MinuteHistory } from './minute-history.ts'
import { refused, type Refused } from './refused.ts'

/** The market that this simulator plays: its ticks, its past, and what the broker offers in it. */
export type Market = Readonly<{
  is: 'market'
  ticks: TickSource
  history: MinuteHistory
  symbols: readonly BrokerSymbol[]
  /** Quotes to value an account by before the first tick: pair, bid and ask in points. */
  opening: readonly Readonly<{ pair: number; bid: number; ask: number }>[]
}>

/** `fromMs`: where an earlier run stopped; null begins at the beginning. */
export async function openMarket(
  source: SimulatorStart['source'],
  currency: string,
  fromMs: number | null,
): Promise<Market | Refused> {
  return source.kind === 'generator' ? generated(source, currency, fromMs) : fromFiles(source, currency)
}

type GeneratorSource = Extract<SimulatorStart['source'], { kind: 'generator' }>
type FilesSource = Extract<SimulatorStart['source'], { kind: 'files' }>

function generated(source: GeneratorSource, currency: string, fromMs: number | null): Market | Refused {
  const pairs = withConversions(source.pairs, currency)
  const { seed, startMs } = source
  const ticks = createGenerator({ seed, startMs, pairs, ...(fromMs === null ? {} : { fromMs }) })
  const symbols = ticks.pairs.map(pair => brokerSymbol(pair))
  const missing = unconvertible(symbols, currency)
  if (missing) return missing
  const history: MinuteHistory = {
    add: () => undefined,
    portions: (pair, range, size) => ticks.portions(pair, range, size),
  }
  const toMs = fromMs ?? startMs
  const opening = pairs.flatMap((_, pair) =>
    ticks
      .history(pair, { fromMs: 0, toMs, max: 1 })
      .map(({ close, spread }) => ({ pair, bid: close, ask: close + spread })),
  )
  return { is: 'market', ticks, history, symbols, opening }
}

/** Like a terminal that adds to its market watch what it needs to value the rest. */
function withConversions(wanted: readonly Pair[], currency: string): readonly Pair[] {
  const pairs = [...new Set(wanted)]
  const missing = currenciesWithoutRoute(
    pairs.map(pair => brokerSymbol(pair)),
    currency,
  )
  if (missing.length === 0) return pairs
  const needed = PAIRS.filter(pair => isDollarLegOf(pair, [...missing, currency]) && !pairs.includes(pair))
  return [...pairs, ...needed]
}

const isDollarLegOf = (pair: Pair, currencies: readonly string[]): boolean =>
  (baseOf(pair) === 'USD' && currencies.includes(quoteOf(pair))) ||
  (quoteOf(pair) === 'USD' && currencies.includes(baseOf(pair)))

function unconvertible(symbols: readonly BrokerSymbol[], currency: string): Refused | null {
  const missing = currenciesWithoutRoute(symbols, currency)
  if (missing.length === 0) return null
  return refused(
    'CURRENCY',
    `Nothing in this market converts ${missing.join(' and ')} into ${currency}: add the pairs with USD, or use a USD account.`,
  )
}

/** Bars without an ask get the usual spread of their pair and hour. */
async function fromFiles({ files, serverTime }: FilesSource, currency: string): Promise<Market | Refused> {
  const opened = await openTickSource({
    files,
    spread: usualSpreadAt,
    ...(serverTime !== undefined && { serverTime }),
  })
  if (opened.is === 'refused') return refused('DATA', opened.text)
  const { source } = opened
  const symbols = source.pairs.map((pair, at) => brokerSymbol(pair, source.digits[at]))
  const missing = unconvertible(symbols, currency)
  if (missing) return missing
  return { is: 'market', ticks: source, history: new PlayedHistory(symbols.length), symbols, opening: [] }
}
