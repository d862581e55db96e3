import type { BrokerTemper, SimulatorStart } from '../contracts/simulator.ts'
import type { BodyOf, Deal, OpenPosition, Verdict } from '../contracts/wire/index.ts'
import type { Broker } from './broker.ts'
import type { BrokerFact } from './facts.ts'
import type { BrokerSymbol } from './symbols.ts'

export type QuoteLine = Readonly<{ symbol: string; bid: number; ask: number }>

/**
 * What a broker writes down for itself, in the order in which it happened, so that somebody who knows nothing of the app can
 * judge it: every command as it came with the quotes and the money of that moment, every deal, and the book after each change.
 */
export type BrokerLogLine =
  | Readonly<{
      at: 'opened'
      marketMs: number
      account: SimulatorStart['account']
      commissionPerLot: number
      symbols: readonly BrokerSymbol[]
    }>
  | Readonly<{
      at: 'command'
      marketMs: number
      what: 'fire' | 'modify' | 'close' | 'flatten'
      command: BodyOf<'fire'> | BodyOf<'modify'> | BodyOf<'close'> | BodyOf<'flatten'>
      /** It came after its validity had passed. */
      late: boolean
      verdict: Pick<Verdict, 'is' | 'retcode'> | null
      /** The id had been answered before. */
      repeat: boolean
      balanceCents: number
      quotes: readonly QuoteLine[]
    }>
  | Readonly<{ at: 'deal'; deal: Deal }>
  | Readonly<{ at: 'book'; marketMs: number; balanceCents: number; positions: readonly OpenPosition[] }>

type Opening = Readonly<{
  symbols: readonly BrokerSymbol[]
  account: SimulatorStart['account']
  temper: Pick<BrokerTemper, 'commissionPerLot'>
}>

/** The same broker, which writes its log to `write` before it answers. */
export function withOrderLog(broker: Broker, opening: Opening, write: (line: BrokerLogLine) => void): Broker {
  const quotes = opening.symbols.map(({ name }) => ({ symbol: name, bid: 0, ask: 0 }))
  const { symbols, account, temper } = opening
  const startMs = broker.state().marketMs
  write({ at: 'opened', marketMs: startMs, account, commissionPerLot: temper.commissionPerLot, symbols })
  for (const deal of broker.deals()) write({ at: 'deal', deal })
  book(startMs)

  function book(marketMs: number): void {
    const { positions } = broker.positions()
    write({ at: 'book', marketMs, balanceCents: broker.account().balance, positions })
  }

  function told(facts: readonly BrokerFact[], marketMs: number): readonly BrokerFact[] {
    const deals = facts.filter(fact => fact.type === 'deal' && !fact.repeat)
    for (const { body } of deals) write({ at: 'deal', deal: body as Deal })
    if (facts.some(({ type }) => type === 'positions')) book(marketMs)
    return facts
  }

  /** The command as it came, with what it found, and what it led to behind it. */
  function carriedOut<C extends Extract<BrokerLogLine, { at: 'command' }>['what']>(
    what: C,
    command: BodyOf<C>,
    { marketMs, late }: Readonly<{ marketMs: number; late: boolean }>,
    carryOut: () => readonly BrokerFact[],
  ): readonly BrokerFact[] {
    const before = { balanceCents: broker.account().balance, quotes: quotes.map(quote => ({ ...quote })) }
    const facts = carryOut()
    const answer = facts.find(fact => fact.type === 'verdict')
    const verdict = answer ? { is: answer.body.is, retcode: answer.body.retcode } : null
    const repeat = answer?.repeat === true
    write({ at: 'command', marketMs, what, command, late, verdict, repeat, ...before })
    return told(facts, marketMs)
  }

  return {
    ...broker,
    onTick(symbol, timeMs, bid, ask) {
      const quote = quotes[symbol]
      if (quote) Object.assign(quote, { bid, ask })
      return told(broker.onTick(symbol, timeMs, bid, ask), timeMs)
    },
    fire: (command, arrival) => carriedOut('fire', command, arrival, () => broker.fire(command, arrival)),
    close: (command, arrival) => carriedOut('close', command, arrival, () => broker.close(command, arrival)),
    modify: (command, arrival) =>
      carriedOut('modify', command, arrival, () => broker.modify(command, arrival)),
    flatten: (command, marketMs) =>
      carriedOut('flatten', command, { marketMs, late: false }, () => broker.flatten(command, marketMs)),
  }
}
