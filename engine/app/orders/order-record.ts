import type { EpochMs, Mission, Origin, Points } from '../../contracts/index.ts'
import type { EventOf } from '../../contracts/events.ts'
import { MAGIC, type BodyOf, type SymbolSpec } from '../../contracts/wire/index.ts'
import type { Shot } from '../../domain/fire/shot.ts'
import { lotsText, textFromPoints } from '../../domain/market/price.ts'
import { VALID_MS } from './answers.ts'
import type { MissionRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { ageMission } from './shot-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** Of the stop: how wide the spread may have become when the terminal sends the order. */
const SPREAD_OF_STOP = 0.15

/** What a market order and one that waits have in common on the wire. */
type OrderBody = Omit<BodyOf<'place'>, 'untilMs'>

type Intent = Readonly<{ order: EventOf<'orderRecorded'>; wire: OrderBody }>

/** Puts the whole intent on record, and answers with it as it is sent. `waitsUntilMs`: of an order that waits. */
export function recordOrder(
  desk: Desk,
  terminal: TerminalDesk,
  { mission }: MissionRecord,
  shot: Shot,
  more: Readonly<{ origin: Origin; waitsUntilMs?: EpochMs }>,
): Intent {
  const symbol = terminal.named(mission.symbol)
  if (!symbol?.trading)
    throw new Error(`a shot at ${mission.symbol} passed the gate without its specification`)
  const aged = ageMission(terminal, { mission })
  const order: EventOf<'orderRecorded'> = {
    kind: 'orderRecorded',
    atMs: desk.timeAt(terminal.id),
    trace: mission.id,
    order: desk.nextId(),
    mission: mission.id,
    terminal: terminal.id,
    account: terminal.hello.kind,
    pair: mission.pair,
    symbol: mission.symbol,
    digits: mission.digits,
    side: mission.side,
    lots: shot.lots,
    price: shot.price,
    stop: mission.stop,
    target: mission.target,
    riskCents: shot.riskCents,
    ...more,
    spread: symbol.market.spread as Points,
    ...(aged && { freshness: aged.is }),
    validUntilWallMs: (desk.ports.clock.now() + VALID_MS) as EpochMs,
  }
  desk.record(order)
  return { order, wire: bodyOf(order, symbol.trading, mission) }
}

/**
 * The time exit goes along as a plan, so that the terminal keeps it without the app: counted from now, or, where the order waits, from
 * the end of its waiting, so that a late fill is closed at the same moment.
 */
function bodyOf(order: EventOf<'orderRecorded'>, spec: SymbolSpec, mission: Mission): OrderBody {
  const { stopPoints, timeExitMs } = mission
  const plan =
    timeExitMs === null
      ? {}
      : { plan: { timeStopMs: Math.max(1, timeExitMs - (order.waitsUntilMs ?? order.atMs)) } }
  const price = (points: number) => textFromPoints(points, order.digits)
  return {
    id: order.order,
    symbol: order.symbol,
    side: order.side,
    lots: lotsText(order.lots, spec.lotStep),
    stop: price(order.stop),
    target: price(order.target),
    price: price(order.price),
    maxSpread: Math.max(1, Math.floor(SPREAD_OF_STOP * stopPoints)),
    ttlMs: VALID_MS,
    magic: MAGIC,
    comment: `BITTEN ${order.order.slice(-12)}`,
    ...plan,
  }
}
