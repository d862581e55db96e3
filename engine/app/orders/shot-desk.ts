import type { EpochMs, Points } from '../../contracts/index.ts'
import type { Origin } from '../../contracts/commands.ts'
import { ageOf } from '../../domain/fire/conditions.ts'
import type { Aged } from '../../domain/fire/freshness.ts'
import { judgeShot } from '../../domain/fire/gate.ts'
import type { GateAnswer, ShotAt, ShotInputs } from '../../domain/fire/shot.ts'
import { bookFor } from '../book/book.ts'
import { accountKey, type MissionRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { dayBegan, guardsOf } from '../guards/guards-of.ts'
import { heldLimits, limitsOf } from '../book/limits-desk.ts'
import { denialOf } from '../emergency/last-line.ts'
import { openBook } from '../book/open-book.ts'
import { openExposure } from '../book/open-exposure.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import { whyNoWaiting } from '../terminals/takes-place.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** How much of a pending mission is still true; null without a price. */
export function ageMission(terminal: TerminalDesk, { mission }: Pick<MissionRecord, 'mission'>): Aged | null {
  const symbol = terminal.named(mission.symbol)
  return symbol
    ? ageOf({ mission, quote: quoteOf(terminal, symbol), freshness: nowOf(terminal, symbol) })
    : null
}

/**
 * Would this mission be fired now, or wait at the broker for its entry, and with what? The same judgement for the preview on the
 * screen, whose `origin` is null, and for the shot, whoever asks for it.
 */
export function judgeMission(
  desk: Desk,
  terminal: TerminalDesk,
  { mission, state, order }: MissionRecord,
  origin: Origin | null = null,
  at: ShotAt = 'market',
): GateAnswer {
  const symbol = terminal.named(mission.symbol)
  const held = openBook(desk, terminal)
  return judgeShot({
    ...standingOf(desk, terminal),
    at,
    link: linkOf(desk, terminal),
    origin,
    mission,
    missionState: state,
    orderWaits: order !== null && desk.state.waiting.has(order),
    freshness: nowOf(terminal, symbol),
    open: openExposure(desk, terminal, mission.pair, held),
    account: accountOf(desk, terminal),
    spec: symbol?.trading ?? null,
    offered: terminal.symbols.map(({ spec }) => spec.pair),
    quote: symbol ? quoteOf(terminal, symbol) : null,
    book: bookFor(desk, terminal, mission.pair, mission.symbol, held),
  })
}

/** What stands on an account whatever is shot at: an order that waits is held to it for as long as it waits. */
export function standingOf(desk: Desk, terminal: TerminalDesk) {
  const { kind, loginHash } = terminal.hello
  const { selector, paused, consents, settings } = desk.state
  return {
    marketMs: terminal.marketMs as EpochMs,
    kind,
    consented: consents.has(accountKey(loginHash, kind)),
    selector,
    paused,
    calendar: desk.calendars.of(terminal),
    noCalendar: desk.withoutCalendar(terminal),
    guards: guardsOf(desk, terminal),
    limits: limitsOf(desk, terminal),
    settings,
    newsMinutes: heldLimits(desk, terminal).prop.newsMinutes,
  }
}

function linkOf(desk: Desk, terminal: TerminalDesk): ShotInputs['link'] {
  const { up, armed, reason, beat } = terminal
  return {
    up,
    armed,
    reason,
    denies: denialOf(desk, terminal),
    maxLots: beat?.maxLots === undefined ? null : Number(beat.maxLots),
    noWaiting: whyNoWaiting(terminal),
  }
}

function accountOf(desk: Desk, terminal: TerminalDesk): ShotInputs['account'] {
  const { account, beat } = terminal
  if (!account) return null
  const { currency, balance, tradeAllowed } = account
  return {
    currency,
    balanceCents: balance,
    tradeAllowed: tradeAllowed && canTrade(beat),
    isDayKnown: dayBegan(desk, terminal) !== null,
  }
}

/** What the freshness of a mission is judged by. */
function nowOf(terminal: TerminalDesk, symbol: SymbolDesk | undefined): ShotInputs['freshness'] {
  const market = symbol?.market
  const usual = market?.spreadNorm.at(terminal.marketMs) ?? null
  const range = market?.readings.m15.atr14 ?? Number.NaN
  return {
    rangePoints: Number.isFinite(range) ? range : null,
    spreadRatio: market && usual !== null && usual > 0 ? market.spread / usual : null,
    volumeRatio: market?.volumeNorm.ratio ?? null,
  }
}

/** What the last beat said; before the first, the account's own word stands alone. */
const canTrade = (beat: TerminalDesk['beat']): boolean =>
  beat === null || (beat.autoTrading && beat.tradeAllowed && beat.brokerConnected)

export function quoteOf(terminal: TerminalDesk, { hasPrice, market }: SymbolDesk): ShotInputs['quote'] {
  if (!hasPrice) return null
  return {
    bid: market.bid as Points,
    ask: market.ask as Points,
    ageMs: terminal.marketMs - market.tickMs,
    staleAfterMs: market.gaps.staleAfterMs(market.tickMs),
  }
}
