import type { Cents } from '../../contracts/index.ts'
import type { MissionView, OrderView, PositionView } from '../../contracts/views.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { filledRiskCents } from '../../domain/fire/trade.ts'
import { pipsFromPoints, pointsFromText, textFromPoints } from '../../domain/market/price.ts'
import type { MissionRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { exposedOrders, orderBehind } from '../book/exposure.ts'
import { settleWords } from '../orders/settle-desk.ts'
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
  const answer = state === 'pending' ? judgeMission(desk, terminal, record) : null
  const market = terminal.named(mission.symbol)?.market
  const now = market ? (mission.side === 'buy' ? market.ask : market.bid) : mission.entry
  const leftMs = state === 'pending' ? Math.max(0, mission.expiresMs - terminal.marketMs) : 0
  return {
    mission,
    state,
    orderState: (order && desk.state.orders.get(order)?.state) ?? null,
    leftMs,
    leftShare: leftMs / (mission.expiresMs - mission.issuedMs),
    shot: answer?.is === 'shot' ? answer.shot : null,
    denials: answer?.is === 'denied' ? answer.denials.map(denial => denial.text) : [],
    wait: null,
    waitDenials: [],
    driftPips: pipsFromPoints(now - mission.entry, mission.digits),
    freshness: state === 'pending' ? ageMission(terminal, record) : null,
  }
}

/** Orders that are on their way: recorded and not yet a position; and positions that are gone without a trace. */
export function orderViews(desk: Desk, terminal: TerminalDesk): OrderView[] {
  return exposedOrders(desk, terminal).flatMap(order => {
    const { recorded, state, position, text, sinceMs } = order
    const settle = settleWords(desk, order)
    const isHeld = state === 'filled' || state === 'managed'
    if (isHeld && settle === null) return []
    return {
      order: recorded.order,
      mission: recorded.mission,
      terminal: recorded.terminal,
      pair: recorded.pair,
      symbol: recorded.symbol,
      side: recorded.side,
      lots: recorded.lots,
      state,
      text: isHeld ? `Position ${position} is gone, and the terminal has no deal for it.` : text,
      sinceMs: sinceMs as OrderView['sinceMs'],
      waits: null,
      external: false,
      settle,
    }
  })
}

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
