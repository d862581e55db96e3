import type { Cents } from '../../contracts/index.ts'
import type { MissionView, PositionView } from '../../contracts/views.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import type { GateAnswer } from '../../domain/fire/shot.ts'
import { filledRiskCents } from '../../domain/fire/trade.ts'
import { pipsFromPoints, pointsFromText, textFromPoints } from '../../domain/market/price.ts'
import type { MissionRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { orderBehind } from '../book/exposure.ts'
import { ageMission, judgeMission } from '../orders/shot-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { handlesOf } from './position-handles.ts'

const MISSIONS_SHOWN = 8

/** Pending missions first, then those in flight, newest first. */
export function missionViews(desk: Desk, terminal: TerminalDesk): MissionView[] {
  const live = [...desk.state.missions.values()].filter(
    ({ mission, state }) =>
      mission.terminal === terminal.id && ['pending', 'fired', 'filled'].includes(state),
  )
  return live
    .toReversed()
    .toSorted((a, b) => Number(b.state === 'pending') - Number(a.state === 'pending'))
    .slice(0, MISSIONS_SHOWN)
    .map(record => missionView(desk, terminal, record))
}

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

export const positionViews = (desk: Desk, terminal: TerminalDesk): PositionView[] =>
  (terminal.positions ?? []).map(position => positionView(desk, terminal, position))

/**
 * Profit in money is the terminal's own figure with the commission already paid, as of its last snapshot; R, pips and
 * progress follow the last tick.
 */
function positionView(desk: Desk, terminal: TerminalDesk, position: OpenPosition): PositionView {
  const order = orderBehind(desk, terminal, position)
  const symbol = terminal.named(position.symbol)
  const digits = symbol?.spec.digits ?? order?.recorded.digits ?? 5
  const points = (text: string) => pointsFromText(text, digits)
  const isLong = position.side === 'buy'
  const hasPrice = symbol !== undefined && symbol.market.ticks > 0
  const now = hasPrice ? (isLong ? symbol.market.bid : symbol.market.ask) : null
  const gained = now === null ? 0 : (isLong ? 1 : -1) * (now - points(position.open))
  const commission = (order?.deals ?? []).reduce((sum, deal) => sum + deal.commission, 0)
  const riskCents = order ? filledRiskCents(order.recorded, order.deals) : 0
  const netCents = (position.profit + position.swap + commission) as Cents
  return {
    terminal: terminal.id,
    position: position.position,
    pair: symbol?.spec.pair ?? null,
    symbol: position.symbol,
    side: position.side,
    lots: position.lots,
    open: position.open,
    now: now === null ? null : textFromPoints(now, digits),
    stop: position.stop,
    target: position.target,
    r: riskCents > 0 ? netCents / riskCents : null,
    pips: pipsFromPoints(gained, digits),
    netCents,
    openMs: position.openMs,
    progress:
      now !== null && position.stop && position.target
        ? share(points(position.stop), now, points(position.target))
        : null,
    external: order === null,
    mission: order?.recorded.mission ?? null,
    handles: order && symbol?.trading && now !== null ? handlesOf(position, symbol.trading, now) : null,
  }
}

const share = (from: number, at: number, to: number): number | null =>
  from === to ? null : Math.min(1, Math.max(0, (at - from) / (to - from)))
