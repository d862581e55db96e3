import type { EventOf } from '../../contracts/events.ts'
import type { Followed, Mission, TerminalId } from '../../contracts/index.ts'
import { WEEK_MS } from '../../domain/market/civil.ts'
import type { DeskState } from '../desk-state.ts'

/** A proposal that is being followed, as the ledger knows it: enough to follow it again after a restart. */
export type OpenCandidate = Followed &
  Readonly<
    Pick<Mission, 'pair' | 'digits' | 'setup' | 'side' | 'stopPoints' | 'rewardRatio' | 'spread' | 'barMs'>
  > &
  Readonly<{ timeExitMs: number }>

/** Null where no model may speak of it: then it is not followed. */
export function candidateOf(mission: Mission): OpenCandidate | null {
  const { pair, digits, setup, side, stopPoints, rewardRatio, spread, barMs, timeExitMs, followed } = mission
  if (!followed || timeExitMs === null) return null
  return { pair, digits, setup, side, stopPoints, rewardRatio, spread, barMs, timeExitMs, ...followed }
}

/** A proposal was judged, taken or not. */
export function rememberCandidate(desk: DeskState, mission: Mission): void {
  const candidate = candidateOf(mission)
  if (candidate === null) return
  // One that no minute ever came for has no end that could be told; its market may have been closed for a week-end. One of the
  // future belongs to a training ground that was set back.
  const isOpen = ({ barMs, timeExitMs }: OpenCandidate) =>
    timeExitMs > mission.barMs - WEEK_MS && barMs < mission.barMs + WEEK_MS
  desk.candidates.set(mission.terminal, [...openOf(desk, mission.terminal).filter(isOpen), candidate])
}

/** Its end is a fact. */
export function forgetCandidate(desk: DeskState, ended: EventOf<'candidateEnded'>): void {
  const isIt = ({ pair, setup, side, barMs }: OpenCandidate) =>
    pair === ended.pair && setup === ended.setup && side === ended.side && barMs === ended.barMs
  desk.candidates.set(
    ended.terminal,
    openOf(desk, ended.terminal).filter(candidate => !isIt(candidate)),
  )
}

export const openOf = ({ candidates }: DeskState, terminal: TerminalId): readonly OpenCandidate[] =>
  candidates.get(terminal) ?? []
