import type { CommandAnswer, EpochMs, Mission, Origin, Points, Ulid } from '../../contracts/index.ts'
import type { EventOf } from '../../contracts/events.ts'
import type { Denial } from '../../contracts/vocabulary.ts'
import { MAGIC, type BodyOf, type SymbolSpec } from '../../contracts/wire/index.ts'
import type { Shot } from '../../domain/fire/shot.ts'
import { lotsText, textFromPoints } from '../../domain/market/price.ts'
import { refused, VALID_MS } from './answers.ts'
import type { MissionRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { tellNewLimits } from '../emergency/last-line.ts'
import { judgeMission } from './shot-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** Of the stop: how far the fill may be from the price that was judged, and how wide the spread may have become. */
const DEVIATION_OF_STOP = 0.1
const SPREAD_OF_STOP = 0.15

/** Judges the shot, records the whole intent, and only then lets it leave. */
export function fireMission(desk: Desk, id: Ulid, origin: Origin): CommandAnswer {
  const record = desk.state.missions.get(id)
  if (!record) return refused('UNKNOWN_MISSION', 'This mission is not known here.')
  const terminal = desk.terminals.get(record.mission.terminal)
  if (!terminal) return refused('LINK_DOWN', `The terminal that this mission came from is not linked.`)
  const answer = judgeMission(desk, terminal, record, origin)
  if (answer.is === 'shot') return fireJudged(desk, terminal, record, answer.shot, origin)
  const denials = [...answer.denials]
  recordDenial(desk, record, denials, origin)
  return { is: 'denied', denials }
}

export function recordDenial(
  desk: Desk,
  { mission: { id, terminal } }: MissionRecord,
  denials: readonly Denial[],
  origin: Origin,
): void {
  const head = { atMs: desk.timeAt(terminal), trace: id }
  desk.record({ kind: 'fireDenied', ...head, mission: id, origin, denials: [...denials] })
}

/** A shot that has passed the gate in this turn. */
export function fireJudged(
  desk: Desk,
  terminal: TerminalDesk,
  record: MissionRecord,
  shot: Shot,
  origin: Origin,
): CommandAnswer {
  const { mission } = record
  const symbol = terminal.named(mission.symbol)
  if (!symbol?.trading)
    throw new Error(`a shot at ${mission.symbol} passed the gate without its specification`)
  const spread = symbol.market.spread as Points
  const order = recordOrder(desk, terminal, record, shot, { origin, spread })
  tellNewLimits(desk, terminal)
  desk.send(terminal.id, { type: 'fire', body: fireBody(order, symbol.trading, mission) })
  return { is: 'done', text: `Fired ${order.lots} lots; waiting for the terminal.`, order: order.order }
}

function recordOrder(
  desk: Desk,
  terminal: TerminalDesk,
  { mission }: MissionRecord,
  shot: Shot,
  circumstances: Readonly<{ origin: Origin; spread: Points }>,
): EventOf<'orderRecorded'> {
  const event: EventOf<'orderRecorded'> = {
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
    ...circumstances,
    validUntilWallMs: (desk.ports.clock.now() + VALID_MS) as EpochMs,
  }
  desk.record(event)
  return event
}

/** The time exit goes along as a plan, so that the terminal keeps it without the app. */
function fireBody(order: EventOf<'orderRecorded'>, spec: SymbolSpec, mission: Mission): BodyOf<'fire'> {
  const { stopPoints, timeExitMs } = mission
  const plan = timeExitMs === null ? {} : { plan: { timeStopMs: Math.max(1, timeExitMs - order.atMs) } }
  const price = (points: number) => textFromPoints(points, order.digits)
  return {
    id: order.order,
    symbol: order.symbol,
    side: order.side,
    lots: lotsText(order.lots, spec.lotStep),
    stop: price(order.stop),
    target: price(order.target),
    price: price(order.price),
    deviation: Math.max(1, Math.floor(DEVIATION_OF_STOP * stopPoints)),
    maxSpread: Math.max(1, Math.floor(SPREAD_OF_STOP * stopPoints)),
    ttlMs: VALID_MS,
    magic: MAGIC,
    comment: `BITTEN ${order.order.slice(-12)}`,
    ...plan,
  }
}
