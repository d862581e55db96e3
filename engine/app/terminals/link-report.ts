/** What the desk knows of its links, for whoever asks: made when it is asked for, and nothing is kept for it. */
import { PAIRS, type Pair } from '../../contracts/pairs.ts'
import type { DeskLink, DeskLinks, LinkCheck, SymbolRow } from '../../contracts/link-report.ts'
import type { SymbolSpec } from '../../contracts/wire/index.ts'
import { conversionOf } from '../../domain/fire/conversion.ts'
import { valueRules } from '../../domain/fire/size-rules.ts'
import { linkChecks, worstFirst } from '../../domain/watchdog/link-checks.ts'
import type { Desk } from '../desk.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import { quoteOf } from '../orders/shot-desk.ts'
import { linkView } from '../view/link-view.ts'
import { gateChecks } from './gate-checks.ts'
import { testFires } from '../test-fire/test-fire-desk.ts'
import { whyNoWaiting } from './takes-place.ts'
import type { TerminalDesk } from './terminal-desk.ts'
import { factsOf } from './terminal-facts.ts'
import { computerView } from './terminal-watch.ts'

export function deskLinks(desk: Desk): DeskLinks {
  const wallMs = desk.ports.clock.now()
  const terminals = [...desk.terminals.values()].map(terminal => deskLink(desk, terminal, wallMs))
  return { terminals, computer: computerView(desk) }
}

function deskLink(desk: Desk, terminal: TerminalDesk, wallMs: number): DeskLink {
  const { beat, account } = terminal
  const facts = factsOf(desk, terminal, wallMs)
  const symbols = PAIRS.map(pair => symbolRow(terminal, pair))
  return {
    link: linkView(desk, terminal, wallMs),
    checks: worstFirst([
      ...linkChecks(facts),
      ...gateChecks(desk, terminal),
      ...symbolChecks(terminal, symbols),
    ]),
    noWaiting: whyNoWaiting(terminal),
    // The other roads date their beats here.
    aheadOfTerminalMs: terminal.road === 'zmq' ? facts.aheadOfTerminalMs : null,
    aheadOfBrokerMs: facts.aheadOfBrokerMs,
    queued: beat?.queued ?? null,
    unacked: beat?.unacked ?? null,
    workUs: beat?.workUs ?? null,
    maxLots: beat?.maxLots ?? null,
    leverage: account?.leverage ?? null,
    symbols,
    testFires: testFires(desk, terminal),
    faults: terminal.faultsByCode,
    badTicks: terminal.badTicks,
  }
}

const NO_PRICE: LinkCheck = {
  name: 'NO_PRICE',
  is: 'bad',
  text: 'No price of any pair has come in this session.',
  nextStep: 'Wait for the past to be read and for the first quote; while the market is closed there is none.',
}

function symbolChecks(terminal: TerminalDesk, rows: readonly SymbolRow[]): LinkCheck[] {
  if (!terminal.up) return []
  const isPriced = terminal.symbols.some(({ hasPrice }) => hasPrice)
  return [...(isPriced ? [] : [NO_PRICE]), pairsCheck(rows)]
}

function pairsCheck(symbols: readonly SymbolRow[]): LinkCheck {
  const count = (is: SymbolRow['is']) => symbols.filter(row => row.is === is).length
  const traded = count('traded')
  const text = `${traded} of ${symbols.length} pairs can be traded here.`
  const nextStep = 'See below which, and why.'
  if (traded === 0) return { name: 'SYMBOLS', is: 'bad', text: 'No pair can be traded here.', nextStep }
  const isWhole = count('refused') + count('pricesOnly') === 0
  return { name: 'SYMBOLS', is: isWhole ? 'good' : 'warn', text, nextStep: isWhole ? null : nextStep }
}

function symbolRow(terminal: TerminalDesk, pair: Pair): SymbolRow {
  const symbol = terminal.of(pair)
  if (symbol === undefined) return { ...NOTHING, pair, is: 'absent', why: whyAbsent(terminal) }
  const { name, digits } = symbol.spec
  const spec = symbol.trading
  if (spec === null)
    return { ...NOTHING, pair, name, digits, is: 'pricesOnly', why: 'Only its prices are told: nothing can be sized by them.' } // prettier-ignore
  const { index: _, ...told } = spec
  const why = whyRefused(terminal, symbol, spec)
  return { ...told, is: why === null ? 'traded' : 'refused', why }
}

/** Without account and price it cannot be judged yet, and the gate denies for these by themselves. */
function whyRefused(terminal: TerminalDesk, symbol: SymbolDesk, spec: SymbolSpec): string | null {
  const { account } = terminal
  const quote = quoteOf(terminal, symbol)
  if (account === null || quote === null) return null
  const offered = terminal.symbols.map(symbol => symbol.spec.pair)
  const [denial] = valueRules(spec, conversionOf(spec.pair, account.currency, offered), quote)
  return denial?.text ?? null
}

function whyAbsent({ up, symbols }: TerminalDesk): string {
  if (!up) return 'Not known while the terminal is away.'
  if (symbols.length === 0) return 'The terminal has not told its symbols yet.'
  return 'The terminal has not told it: the broker has no symbol of these two currencies, the inputs of the Expert Advisor leave it out, or it has had no quote yet.'
}

const NOTHING = {
  name: null, digits: null, contract: null, lotMin: null, lotStep: null, lotMax: null, tickSize: null, tickValue: null,
  stopLevel: null, freezeLevel: null, commissionPerLot: null,
} as const // prettier-ignore
