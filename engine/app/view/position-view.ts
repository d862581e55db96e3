import type { Cents } from '../../contracts/index.ts'
import type { PositionView } from '../../contracts/open-trade-views.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { floatingCents } from '../../domain/fire/floating-profit.ts'
import { filledRiskCents } from '../../domain/fire/trade.ts'
import { pipsFromPoints, pointsFromText, textFromPoints } from '../../domain/market/price.ts'
import type { Desk } from '../desk.ts'
import { orderBehind } from '../book/exposure.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { handlesOf } from './position-handles.ts'

/** As the terminal shows them; while it does not, as it has shown them last. */
export function positionViews(desk: Desk, terminal: TerminalDesk): PositionView[] {
  const { lastSeen } = terminal
  const isTold = terminal.up && terminal.positions !== null
  const positions = isTold ? terminal.positions : lastSeen?.positions
  const lastSeenMs = isTold ? null : (lastSeen?.atMs ?? null)
  return (positions ?? []).map(position => positionView(desk, terminal, position, lastSeenMs))
}

/**
 * Money, R, pips and progress follow the last tick, with the commission already paid: the terminal tells its own figure when
 * its positions change, and every 30 s. Where its price or the worth of a tick is not known, that figure stands.
 */
function positionView(
  desk: Desk,
  terminal: TerminalDesk,
  position: OpenPosition,
  lastSeenMs: PositionView['lastSeenMs'],
): PositionView {
  const order = orderBehind(desk, terminal, position)
  const symbol = terminal.named(position.symbol)
  const digits = symbol?.spec.digits ?? order?.recorded.digits ?? 5
  const points = (text: string) => pointsFromText(text, digits)
  const isLong = position.side === 'buy'
  const now = symbol?.hasPrice ? (isLong ? symbol.market.bid : symbol.market.ask) : null
  const commission = (order?.deals ?? []).reduce((sum, deal) => sum + deal.commission, 0)
  const riskCents = order ? filledRiskCents(order.recorded, order.deals) : 0
  const { account } = terminal
  const offered = terminal.symbols.map(({ spec }) => spec.pair)
  const profit =
    symbol?.trading && now !== null && account !== null && lastSeenMs === null
      ? floatingCents(position, symbol.trading, { currency: account.currency, offered }, now)
      : position.profit
  const netCents = (profit + position.swap + commission) as Cents
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
    pips: now === null ? null : pipsFromPoints((isLong ? 1 : -1) * (now - points(position.open)), digits),
    netCents,
    openMs: position.openMs,
    progress:
      now !== null && position.stop && position.target
        ? share(points(position.stop), now, points(position.target))
        : null,
    external: order === null,
    lastSeenMs,
    mission: order?.recorded.mission ?? null,
    handles:
      order && symbol?.trading && now !== null && lastSeenMs === null
        ? handlesOf(position, symbol.trading, now)
        : null,
  }
}

const share = (from: number, at: number, to: number): number | null =>
  from === to ? null : Math.min(1, Math.max(0, (at - from) / (to - from)))
