import type { EpochMs, Followed, TerminalId } from '../../contracts/index.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import type { SymbolMarket } from '../../domain/market/symbol-market.ts'
import type { Assessment } from '../../domain/venom/assess.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import { modelKey } from '../../domain/venom/confidence/model-key.ts'
import type { Setup } from '../../domain/venom/setup.ts'
import { levelsOf } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { openOf, type OpenCandidate } from './open-candidates.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** The desk's model at one terminal, with what the ledger says that its candidates have taught. */
export function calibratorOf({ options: { model }, state }: Desk, terminal: TerminalId): Calibrator {
  if ('noModel' in model) return new Calibrator(null, model.noModel)
  return new Calibrator(model, '', levelsOf(state, terminal, modelKey(model)))
}

/** What the level will learn from a proposal, whether it is taken or not; undefined where no model may speak. */
export function followedBy(
  { calibrator }: TerminalDesk,
  { pair }: Pick<SymbolMarket, 'pair'>,
  { plan: { name: plan } }: Setup,
  { p0, features }: Assessment,
): Followed | undefined {
  const p = calibrator?.alone({ pair, plan, p0, features }) ?? null
  const model = calibrator?.modelKey ?? null
  return p === null || model === null ? undefined : { model, plan, p }
}

/** Before the bar of its entry is told. */
export function follow({ outcomes }: SymbolDesk, candidate: OpenCandidate): void {
  const { side, stopPoints, rewardRatio, barMs: closeMs, timeExitMs, spread } = candidate
  const targetPoints = Math.round(stopPoints * rewardRatio)
  outcomes.follow({ side, stopPoints, targetPoints, closeMs, timeExitMs, spread }, candidate)
}

/** What was followed before a restart is followed on: the terminal's history, which comes next, has the minutes since then. */
export function followOn({ state }: Desk, { id, calibrator }: TerminalDesk, symbol: SymbolDesk): void {
  const { pair, digits } = symbol.spec
  for (const candidate of openOf(state, id)) {
    const isIts = candidate.pair === pair && candidate.digits === digits
    if (isIts && candidate.model === calibrator?.modelKey) follow(symbol, candidate)
  }
}

/** A minute has closed: the candidates that ended in it are facts now. */
export function recordEnded(desk: Desk, terminal: TerminalDesk, symbol: SymbolDesk, minute: Bar): void {
  for (const { what, outcome, resolvedMs } of symbol.outcomes.onMinute(minute)) {
    const { pair, setup, plan, side, model, p, barMs } = what
    desk.record({
      kind: 'candidateEnded',
      atMs: desk.timeAt(terminal.id),
      terminal: terminal.id,
      pair,
      setup,
      plan,
      side,
      model,
      p,
      barMs,
      outcome,
      endedMs: resolvedMs as EpochMs,
    })
  }
}
