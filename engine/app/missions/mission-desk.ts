import type { EpochMs } from '../../contracts/index.ts'
import type { Mission } from '../../contracts/mission.ts'
import { flood, type Standing } from '../../domain/overlay/flood-guard.ts'
import { newsDistanceMs } from '../../domain/overlay/news.ts'
import { quoteOf } from '../../domain/overlay/quote.ts'
import { assess } from '../../domain/venom/assess.ts'
import { decide } from '../../domain/venom/decide.ts'
import { reckonTimer } from '../../domain/venom/reckon-timer.ts'
import type { Setup } from '../../domain/venom/setup.ts'
import { follow } from './candidate-desk.ts'
import { circumstancesOf } from './circumstances.ts'
import { haunt } from './ghost-desk.ts'
import type { MissionRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { exposedOrders } from '../book/exposure.ts'
import { invalidBeyond } from './invalidation.ts'
import { agreedMs } from './agreed-time.ts'
import { missionOf } from './mission-draft.ts'
import { candidateOf } from './open-candidates.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import { isAhead, type TerminalDesk } from '../terminals/terminal-desk.ts'

/** Asks one setup at the close of a bar. A proposal becomes a mission, or a recorded refusal with all its figures. */
export function consider(
  desk: Desk,
  terminal: TerminalDesk,
  symbol: SymbolDesk,
  setup: Setup,
  closeMs: number,
): void {
  const proposal = setup.propose(symbol.market, closeMs)
  const circumstances = proposal && circumstancesOf(desk, terminal, symbol, closeMs)
  if (!proposal || !circumstances) return
  const assessment = assess(symbol.market, setup, proposal, circumstances)
  const judged = missionOf(desk.nextId(), terminal, symbol, setup, proposal, assessment, closeMs)
  const candidate = candidateOf(judged)
  if (candidate !== null) follow(symbol, candidate)
  const issued = desk.state.issued.get(terminal.id) ?? []
  const refusals = [
    ...assessment.refusals,
    ...flood(judged.pair, judged.side, terminal.marketMs, issued, standing(desk, terminal, judged)),
  ]
  const decision = decide(refusals, desk.options.drills && terminal.hello.kind === 'simulated')
  const drill = { drill: decision === 'drill', quality: 'DRILL', sniper: false } as const
  const mission = decision === 'issued' ? judged : { ...judged, ...drill }
  const head = { atMs: mission.issuedMs, trace: mission.id }
  if (decision === 'refused') {
    desk.record({ kind: 'missionRefused', ...head, mission, refusals })
    return haunt(desk, symbol, mission.id)
  }
  desk.record({ kind: 'missionIssued', ...head, mission })
  haunt(desk, symbol, mission.id)
  terminal.nextExpiryMs = Math.min(terminal.nextExpiryMs, mission.expiresMs)
}

function standing(desk: Desk, terminal: TerminalDesk, { pair }: Mission): Standing {
  const mission = pending(desk, terminal).find(record => record.mission.pair === pair)
  return {
    mission: mission?.mission.side ?? null,
    position: exposedOrders(desk, terminal).some(order => order.recorded.pair === pair),
  }
}

export const pending = (desk: Desk, terminal: TerminalDesk): MissionRecord[] =>
  [...desk.state.missions.values()].filter(
    record => record.state === 'pending' && record.mission.terminal === terminal.id,
  )

/** Ends every pending mission whose time has come, or that is of a time to come, and remembers when the next one's will. */
export function expireMissions(desk: Desk, terminal: TerminalDesk): void {
  const nowMs = agreedMs(terminal, desk.ports.clock.now())
  for (const { mission } of pending(desk, terminal)) {
    if (nowMs >= mission.expiresMs) end(desk, terminal, mission, 'Its time ran out.')
    if (isAhead(mission.issuedMs, terminal.marketMs))
      end(desk, terminal, mission, "It was issued while the market's clock ran ahead.")
  }
  terminal.nextExpiryMs = Math.min(
    Number.POSITIVE_INFINITY,
    ...pending(desk, terminal).map(record => record.mission.expiresMs),
  )
}

/** What was judged for one account is never fired on another. */
export function abandonMissions(desk: Desk, terminal: TerminalDesk): void {
  for (const { mission } of pending(desk, terminal))
    end(desk, terminal, mission, 'The terminal is on another account now.')
}

/**
 * At an M5 close the symbol's missions that wait are looked at again: beyond the price that the setup named one is cancelled, and
 * where the market is by now less patient, the time of one is shortened.
 */
export function reviewMissions(desk: Desk, terminal: TerminalDesk, symbol: SymbolDesk, close: number): void {
  for (const { mission } of pending(desk, terminal)) {
    if (mission.symbol !== symbol.spec.name) continue
    const beyond = invalidBeyond(mission)
    if (mission.side === 'buy' ? close < beyond : close > beyond)
      end(desk, terminal, mission, `It was cancelled by ${mission.invalidation}.`)
    else retime(desk, terminal, symbol, mission, beyond)
  }
}

/** The smart timer, reckoned again from the same start. What is given is never more than before. */
function retime(
  desk: Desk,
  terminal: TerminalDesk,
  { market }: SymbolDesk,
  mission: Mission,
  invalidBeyond: number,
): void {
  const marketMs = agreedMs(terminal, desk.ports.clock.now())
  const quote = quoteOf(market, marketMs)
  if (!quote || marketMs === 0) return
  const newsMs = newsDistanceMs(desk.calendars.of(terminal), market.pair, marketMs)
  const price = mission.side === 'buy' ? quote.ask : quote.bid
  const { lifeMs, shares } = reckonTimer(market, { ...mission, invalidBeyond }, price, marketMs, newsMs)
  const expiresMs = (mission.issuedMs + lifeMs) as EpochMs
  if (expiresMs >= mission.expiresMs) return
  const head = { atMs: desk.timeAt(terminal.id), trace: mission.id }
  desk.record({ kind: 'missionRetimed', ...head, mission: mission.id, expiresMs, timer: [...shares] })
  terminal.nextExpiryMs = Math.min(terminal.nextExpiryMs, expiresMs)
  if (expiresMs <= marketMs) end(desk, terminal, mission, 'Its time ran out.')
}

function end(desk: Desk, terminal: TerminalDesk, mission: Mission, reason: string): void {
  desk.record({
    kind: 'missionExpired',
    atMs: desk.timeAt(terminal.id),
    trace: mission.id,
    mission: mission.id,
    reason,
  })
}
