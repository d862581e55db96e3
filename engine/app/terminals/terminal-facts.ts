import { isMarketOpen, sessionAt } from '../../domain/market/session-clock.ts'
import type { TerminalFacts } from '../../domain/watchdog/terminal-facts.ts'
import type { Desk } from '../desk.ts'
import { denialOf } from '../emergency/last-line.ts'
import { unconfirmed } from '../emergency/told.ts'
import type { TerminalDesk } from './terminal-desk.ts'

/** The market's clock is compared with the computer's only while quotes set it. */
const FRESH_QUOTES_MS = 10_000

/** What the desk knows of a terminal right now. */
export function factsOf(desk: Desk, terminal: TerminalDesk, wallMs: number): TerminalFacts {
  const { beat } = terminal
  const isSimulated = terminal.hello.kind === 'simulated'
  return {
    road: terminal.road,
    isUp: terminal.up,
    hasLinked: true,
    isSimulated,
    computer: isSimulated ? null : desk.computer,
    silentMs: wallMs - Math.max(terminal.beatWallMs, terminal.upWallMs),
    isBusy: wallMs < terminal.busyUntilMs,
    brokerConnected: beat?.brokerConnected ?? null,
    autoTrading: beat?.autoTrading ?? null,
    advisorAllowed: beat?.tradeAllowed ?? null,
    accountAllowed: terminal.account?.tradeAllowed ?? null,
    denies: denialOf(desk, terminal),
    unconfirmed: unconfirmed(terminal, wallMs),
    aheadOfTerminalMs: terminal.aheadMs,
    aheadOfBrokerMs: isSimulated ? null : aheadOfBrokerMs(terminal),
    priceSilenceMs: isSimulated ? null : priceSilenceMs(terminal, wallMs),
    pingMs: beat?.pingMs ?? null,
    isArmed: terminal.armed,
    reason: terminal.reason,
  }
}

/** No terminal speaks, and none has a row of its own: what is left to know is the computer's. */
export function factsOfComputer(desk: Desk): TerminalFacts {
  return {
    road: 'zmq',
    isUp: false,
    hasLinked: desk.state.realTerminals.size > 0,
    isSimulated: false,
    computer: desk.computer,
    silentMs: 0,
    isBusy: false,
    brokerConnected: null,
    autoTrading: null,
    advisorAllowed: null,
    accountAllowed: null,
    denies: null,
    unconfirmed: null,
    aheadOfTerminalMs: null,
    aheadOfBrokerMs: null,
    priceSilenceMs: null,
    pingMs: null,
    isArmed: false,
    reason: '',
  }
}

function aheadOfBrokerMs({ beat, beatWallMs, ticksWallMs }: TerminalDesk): number | null {
  const quoted = ticksWallMs > 0 && Math.abs(beatWallMs - ticksWallMs) < FRESH_QUOTES_MS
  return beat && quoted ? beatWallMs - beat.marketMs : null
}

function priceSilenceMs({ marketMs, ticksWallMs, upWallMs }: TerminalDesk, wallMs: number): number | null {
  const nowMs = marketMs > 0 ? marketMs : wallMs
  if (!isMarketOpen(nowMs) || sessionAt(nowMs) === 'ROLLOVER') return null
  return wallMs - Math.max(ticksWallMs, upWallMs)
}
