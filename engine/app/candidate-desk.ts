import type { EpochMs, Side, TerminalId } from '../contracts/index.ts'
import type { PlanName } from '../contracts/model.ts'
import type { Bar } from '../domain/market/bar-series.ts'
import type { Assessment } from '../domain/venom/assess.ts'
import { Calibrator } from '../domain/venom/confidence/calibrator.ts'
import type { Proposal, Setup, SetupName } from '../domain/venom/setup.ts'
import { levelsOf } from './desk-state.ts'
import type { Desk } from './desk.ts'
import type { SymbolDesk } from './symbol-desk.ts'
import type { TerminalDesk } from './terminal-desk.ts'

/** What is written down of a candidate when it has ended. */
export type FollowedCandidate = Readonly<{
  setup: SetupName
  plan: PlanName
  side: Side
  model: string
  p: number
  barMs: number
}>

/** The desk's model at one terminal, with what the ledger says that its candidates have taught. */
export function calibratorOf({ options: { model }, state }: Desk, terminal: TerminalId): Calibrator {
  if ('noModel' in model) return new Calibrator(null, model.noModel)
  return new Calibrator(model, '', levelsOf(state, terminal, model.name))
}

/** Follows a proposal that the model could judge; what becomes of it teaches the level, whether it is taken or not. */
export function followCandidate(
  { calibrator }: TerminalDesk,
  { market, outcomes }: SymbolDesk,
  { name, plan }: Setup,
  { side, stopPoints, rewardRatio }: Proposal,
  { p0, features, timeExitMs }: Assessment,
  closeMs: number,
): void {
  const p = calibrator?.alone({ pair: market.pair, plan: plan.name, p0, features }) ?? null
  const model = calibrator?.modelName ?? null
  if (p === null || model === null) return
  const targetPoints = Math.round(stopPoints * rewardRatio)
  const followed = { side, stopPoints, targetPoints, closeMs, timeExitMs, spread: market.spread }
  outcomes.follow(followed, { setup: name, plan: plan.name, side, model, p, barMs: closeMs })
}

/** A minute has closed: the candidates that ended in it are facts now. */
export function recordEnded(desk: Desk, terminal: TerminalDesk, symbol: SymbolDesk, minute: Bar): void {
  for (const { what, outcome, resolvedMs } of symbol.outcomes.onMinute(minute)) {
    desk.record({
      kind: 'candidateEnded',
      atMs: desk.timeAt(terminal.id),
      terminal: terminal.id,
      pair: symbol.spec.pair,
      ...what,
      barMs: what.barMs as EpochMs,
      outcome,
      endedMs: resolvedMs as EpochMs,
    })
  }
}
