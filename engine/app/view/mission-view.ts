import type { MissionView } from '../../contracts/views.ts'
import type { GateAnswer } from '../../domain/fire/shot.ts'
import { pipsFromPoints } from '../../domain/market/price.ts'
import type { MissionRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { ageMission, judgeMission } from '../orders/shot-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { inSight } from './all-terminals.ts'

/** Of each terminal, so that a busy one hides no mission of another. */
const MISSIONS_SHOWN = 8

/** Those that can be decided first, whosever they are; then those of the shown terminal first, and the newest first. */
export const allMissions = (desk: Desk, shown: TerminalDesk | undefined): MissionView[] =>
  inSight(desk)
    .toSorted((a, b) => Number(b === shown) - Number(a === shown))
    .flatMap(terminal => missionsOf(desk, terminal))
    .toSorted((a, b) => Number(b.state === 'pending') - Number(a.state === 'pending'))

/** Pending missions first, then those in flight, newest first. */
const missionsOf = (desk: Desk, terminal: TerminalDesk): MissionView[] =>
  [...desk.state.missions.values()]
    .filter(
      ({ mission, state }) =>
        !mission.test && mission.terminal === terminal.id && ['pending', 'fired', 'filled'].includes(state),
    )
    .toReversed()
    .toSorted((a, b) => Number(b.state === 'pending') - Number(a.state === 'pending'))
    .slice(0, MISSIONS_SHOWN)
    .map(record => missionView(desk, terminal, record))

function missionView(desk: Desk, terminal: TerminalDesk, record: MissionRecord): MissionView {
  const { mission, state, order } = record
  const isPending = state === 'pending'
  const fired = isPending ? judgeMission(desk, terminal, record) : null
  const waits = isPending ? judgeMission(desk, terminal, record, null, 'entry') : null
  const market = terminal.named(mission.symbol)?.market
  const now = market ? (mission.side === 'buy' ? market.ask : market.bid) : mission.entry
  const leftMs = isPending ? Math.max(0, mission.expiresMs - terminal.marketMs) : 0
  return {
    mission,
    state,
    orderState: (order && desk.state.orders.get(order)?.state) ?? null,
    leftMs,
    leftShare: leftMs / (mission.expiresMs - mission.issuedMs),
    shot: shotOf(fired),
    denials: denialsOf(fired),
    wait: shotOf(waits),
    waitDenials: denialsOf(waits),
    driftPips: pipsFromPoints(now - mission.entry, mission.digits),
    freshness: isPending ? ageMission(terminal, record) : null,
  }
}

const shotOf = (answer: GateAnswer | null): MissionView['shot'] =>
  answer?.is === 'shot' ? answer.shot : null

const denialsOf = (answer: GateAnswer | null): string[] =>
  answer?.is === 'denied' ? answer.denials.map(({ text }) => text) : []
