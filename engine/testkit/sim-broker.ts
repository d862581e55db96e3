/** Builders for tests of the simulated broker: one EURUSD and one USDJPY market, a Wednesday noon, plain orders. */
import type { EpochMs, Ticket, Ulid } from '../contracts/primitives.ts'
import type { Pair } from '../contracts/pairs.ts'
import { BrokerTemper, SimulatorStart } from '../contracts/simulator.ts'
import type { BodyOf, Deal, Verdict } from '../contracts/wire/index.ts'
import { textFromPoints } from '../domain/market/price.ts'
import { createBroker, type Broker } from '../broker-sim/broker.ts'
import type { BrokerSetup } from '../broker-sim/books.ts'
import type { BrokerFact } from '../broker-sim/facts.ts'
import { brokerSymbol } from '../broker-sim/symbols.ts'

/** Wednesday 7 May 2014, 12:00 UTC: London and New York are open. */
export const NOON = 1_399_464_000_000

export const idOf = (n: number): Ulid => String(n).padStart(26, '0') as Ulid

/** Points of EURUSD and USDJPY that the test market starts at: bid, ask. */
export const EURUSD = { symbol: 0, bid: 110_000, ask: 110_010, digits: 5 } as const
export const USDJPY = { symbol: 1, bid: 150_000, ask: 150_010, digits: 3 } as const

type Start = {
  temper?: Partial<BrokerTemper>
  account?: Partial<SimulatorStart['account']>
  pairs?: readonly Pair[]
  seed?: number
}

export function setupOf({ temper = {}, account = {}, pairs = ['EURUSD', 'USDJPY'], seed = 7 }: Start = {}) {
  return {
    symbols: pairs.map(pair => brokerSymbol(pair)),
    account: SimulatorStart.shape.account.parse(account),
    temper: BrokerTemper.parse({ slippagePoints: 0, ...temper }),
    seed,
  } satisfies BrokerSetup
}

/** A broker whose two symbols have had their first quote. */
export function brokerAtNoon(start: Start = {}): Broker {
  const broker = createBroker(setupOf(start))
  for (const { symbol, bid, ask } of [EURUSD, USDJPY]) broker.onTick(symbol, NOON, bid, ask)
  return broker
}

/** A buy of 0.10 lots of EURUSD at 1.10010 with 20 pips of stop and 40 of target; `over` changes any part. */
export function fireOf(n: number, over: Partial<BodyOf<'fire'>> = {}): BodyOf<'fire'> {
  return {
    id: idOf(n),
    symbol: 'EURUSD',
    side: 'buy',
    lots: '0.10',
    price: '1.10010',
    stop: '1.09800',
    target: '1.10400',
    deviation: 10,
    maxSpread: 30,
    ttlMs: 5_000,
    magic: 777_001,
    comment: '',
    ...over,
  }
}

/** A buy of 0.10 lots of EURUSD that waits 50 points below the ask for a minute; `over` changes any part. */
export function placeOf(n: number, over: Partial<BodyOf<'place'>> = {}): BodyOf<'place'> {
  const { deviation: _, ...order } = fireOf(n)
  return { ...order, price: '1.09960', untilMs: (NOON + 60_000) as EpochMs, ...over }
}

/** Takes back what was placed under the id of `order`. */
export const cancelOf = (n: number, order: number): BodyOf<'cancel'> => ({ id: idOf(n), order: idOf(order) })

export const closeOf = (
  n: number,
  position: Ticket,
  over: Partial<BodyOf<'close'>> = {},
): BodyOf<'close'> => ({ id: idOf(n), position, lots: null, deviation: 10, ttlMs: 5_000, ...over })

export const IN_TIME = { marketMs: NOON, late: false } as const

export const priceText = (points: number): string => textFromPoints(points, EURUSD.digits)

export const verdictsIn = (facts: readonly BrokerFact[]): Verdict[] =>
  facts.flatMap(fact => (fact.type === 'verdict' ? [fact.body] : []))

export const dealsIn = (facts: readonly BrokerFact[]): Deal[] =>
  facts.flatMap(fact => (fact.type === 'deal' ? [fact.body] : []))

/** The one verdict of an answer. */
export function verdictIn(facts: readonly BrokerFact[]): Verdict {
  const [verdict, ...more] = verdictsIn(facts)
  if (!verdict || more.length > 0) throw new Error(`expected one verdict, got ${facts.length} facts`)
  return verdict
}

/** The one deal of an answer. */
export function dealIn(facts: readonly BrokerFact[]): Deal {
  const [deal, ...more] = dealsIn(facts)
  if (!deal || more.length > 0) throw new Error(`expected one deal, got ${facts.length} facts`)
  return deal
}

/** Fires and gives the ticket of the position that came of it. */
export function opened(broker: Broker, command: BodyOf<'fire'>): Ticket {
  const { position } = verdictIn(broker.fire(command, IN_TIME))
  if (!position) throw new Error('the order was not filled')
  return position
}

export const syncOf = (
  n: number,
  commands: readonly Ulid[],
  dealsSinceMs: number = NOON,
): BodyOf<'sync'> => ({
  id: idOf(n),
  commands: [...commands],
  dealsSinceMs: dealsSinceMs as EpochMs,
})
