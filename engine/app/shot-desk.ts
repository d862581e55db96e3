import type { EpochMs, Points } from '../contracts/index.ts'
import type { Origin } from '../contracts/commands.ts'
import { limitsFor, type RankLimits } from '../domain/fire/ranks.ts'
import { ageOf } from '../domain/fire/conditions.ts'
import type { Aged } from '../domain/fire/freshness.ts'
import { judgeShot } from '../domain/fire/gate.ts'
import type { GateAnswer, ShotInputs } from '../domain/fire/shot.ts'
import type { MissionRecord } from './desk-state.ts'
import type { Desk } from './desk.ts'
import { bookFor, openExposure } from './exposure.ts'
import type { SymbolDesk } from './symbol-desk.ts'
import type { TerminalDesk } from './terminal-desk.ts'

/** What the rank earned on this kind of account allows. */
export const limitsOf = (desk: Desk, terminal: TerminalDesk): RankLimits =>
  limitsFor(desk.state.xp.get(terminal.hello.kind) ?? 0)

/** How much of a pending mission is still true; null without a price. */
export function ageMission(terminal: TerminalDesk, { mission }: MissionRecord): Aged | null {
  const symbol = terminal.named(mission.symbol)
  return symbol
    ? ageOf({ mission, quote: quoteOf(terminal, symbol), freshness: nowOf(terminal, symbol) })
    : null
}

/**
 * Would this mission be fired now, and with what? The same judgement for the preview on the screen, whose `origin` is null, and
 * for the shot, whoever asks for it.
 */
export function judgeMission(
  desk: Desk,
  terminal: TerminalDesk,
  { mission, state }: MissionRecord,
  origin: Origin | null = null,
): GateAnswer {
  const symbol = terminal.named(mission.symbol)
  const { account } = terminal
  return judgeShot({
    marketMs: terminal.marketMs as EpochMs,
    link: {
      up: terminal.up,
      armed: terminal.armed,
      reason: terminal.reason,
      denies: terminal.beat?.denies ?? null,
      maxLots: terminal.beat?.maxLots === undefined ? null : Number(terminal.beat.maxLots),
    },
    kind: terminal.hello.kind,
    origin,
    selector: desk.state.selector,
    paused: desk.state.paused,
    mission,
    missionState: state,
    calendar: desk.calendars.of(terminal),
    noCalendar: desk.withoutCalendar(terminal),
    freshness: nowOf(terminal, symbol),
    open: openExposure(desk, terminal, mission.pair),
    account: account && {
      balanceCents: account.balance,
      tradeAllowed: account.tradeAllowed && canTrade(terminal.beat),
    },
    spec: symbol?.trading ?? null,
    quote: symbol ? quoteOf(terminal, symbol) : null,
    book: bookFor(desk, terminal, mission.pair, mission.symbol),
    limits: limitsOf(desk, terminal),
    riskPct: desk.state.settings.riskPct,
  })
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

function quoteOf(terminal: TerminalDesk, { market }: SymbolDesk): ShotInputs['quote'] {
  if (market.ticks === 0) return null
  return {
    bid: market.bid as Points,
    ask: market.ask as Points,
    ageMs: terminal.marketMs - market.tickMs,
    staleAfterMs: market.gaps.staleAfterMs(market.tickMs),
  }
}
