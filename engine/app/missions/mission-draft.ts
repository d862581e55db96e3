import type { EpochMs, Mission, Points, Ulid } from '../../contracts/index.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { sessionAt } from '../../domain/market/session-clock.ts'
import { TIMEFRAME_MS } from '../../domain/market/timeframe.ts'
import type { Assessment } from '../../domain/venom/assess.ts'
import type { Proposal, Setup } from '../../domain/venom/setup.ts'
import { followedBy } from './candidate-desk.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** What was judged, written down as a mission that can be traced to its bar. A drill has no quality. */
export function missionOf(
  id: Ulid,
  terminal: TerminalDesk,
  { spec, market, regime }: SymbolDesk,
  setup: Setup,
  proposal: Proposal,
  assessment: Assessment,
  closeMs: number,
): Mission {
  const { outlook, quality } = assessment
  const followed = followedBy(terminal, market, setup, assessment)
  const issuedMs = terminal.marketMs as EpochMs
  return {
    id,
    terminal: terminal.id,
    kind: terminal.hello.kind,
    pair: spec.pair,
    symbol: spec.name,
    digits: spec.digits,
    setup: setup.name,
    signal: setup.plan.signal,
    quality: quality ?? 'DRILL',
    drill: false,
    side: proposal.side,
    entry: assessment.entry as Points,
    stop: assessment.stop as Points,
    target: assessment.target as Points,
    stopPoints: proposal.stopPoints as Points,
    rewardRatio: proposal.rewardRatio,
    confidence: assessment.confidence,
    ...(followed && { followed }),
    timeOut: { p: outlook.timeout, r: outlook.timeoutR },
    expectedR: assessment.expectedR,
    sniper: assessment.sniper,
    costR: assessment.costR,
    spread: market.spread as Points,
    regime: regime.regime,
    session: sessionAt(terminal.marketMs),
    invalidation: proposal.invalidation,
    invalidBeyond: proposal.invalidBeyond as Points,
    timeExitMs: assessment.timeExitMs as EpochMs,
    evidence: setup.evidence,
    structure: [...proposal.structure],
    shield: assessment.shield,
    timer: [...assessment.timer],
    warnings: [...assessment.warnings],
    figures: [...assessment.figures],
    barMs: closeMs as EpochMs,
    barMinutes: TIMEFRAME_MS[setup.timeframe] / MINUTE_MS,
    issuedMs,
    expiresMs: (issuedMs + assessment.lifeMs) as EpochMs,
  }
}
