import type { CommandAnswer, EpochMs, Mission, TerminalId, Ticket, Ulid } from '../contracts/index.ts'
import type { EventOf } from '../contracts/events.ts'
import { MAGIC, type BodyOf, type SymbolSpec } from '../contracts/wire/index.ts'
import type { Shot } from '../domain/fire/shot.ts'
import { lotsText, textFromPoints } from '../domain/market/price.ts'
import { closeTrade } from './campaign-desk.ts'
import { ticketKey, type MissionRecord } from './desk-state.ts'
import type { Desk } from './desk.ts'
import { isOverdue } from './exposure.ts'
import { judgeMission } from './shot-desk.ts'
import type { TerminalDesk } from './terminal-desk.ts'

/** How long an order may travel before the terminal must refuse it, and how much longer its answer may take. */
const VALID_MS = 5_000
/** Of the stop: how far the fill may be from the price that was judged, and how wide the spread may have become. */
const DEVIATION_OF_STOP = 0.1
const SPREAD_OF_STOP = 0.15

const refused = (code: string, text: string): CommandAnswer => ({ is: 'refused', code, text })

/** Judges the shot, records the whole intent, and only then lets it leave. */
export function fireMission(desk: Desk, id: Ulid, origin: string): CommandAnswer {
  const record = desk.state.missions.get(id)
  if (!record) return refused('UNKNOWN_MISSION', 'This mission is not known here.')
  const { mission } = record
  const terminal = desk.terminals.get(mission.terminal)
  if (!terminal) return refused('LINK_DOWN', `The terminal that this mission came from is not linked.`)
  const answer = judgeMission(desk, terminal, record)
  if (answer.is === 'denied') {
    const denials = [...answer.denials]
    desk.record({
      kind: 'fireDenied',
      atMs: desk.timeAt(terminal.id),
      trace: mission.id,
      mission: mission.id,
      origin,
      denials,
    })
    return { is: 'denied', denials }
  }
  const spec = terminal.named(mission.symbol)?.trading
  if (!spec) throw new Error(`a shot at ${mission.symbol} passed the gate without its specification`)
  const order = recordOrder(desk, terminal, record, answer.shot, origin)
  desk.send(terminal.id, { type: 'fire', body: fireBody(order, spec, mission) })
  return { is: 'done', text: `Fired ${order.lots} lots; waiting for the terminal.`, order: order.order }
}

function recordOrder(
  desk: Desk,
  terminal: TerminalDesk,
  { mission }: MissionRecord,
  shot: Shot,
  origin: string,
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
    origin,
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

/** A verdict about an order, a close or a flatten. One that says nothing new is dropped. */
export function onVerdict(desk: Desk, terminal: TerminalDesk, verdict: BodyOf<'verdict'>): void {
  const atMs = desk.timeAt(terminal.id)
  const order = desk.state.orders.get(verdict.id)
  if (order) {
    if (order.verdict === verdict.is) return
    const { id, is, retcode, position, text } = verdict
    desk.record({
      kind: 'orderAnswered',
      atMs,
      trace: order.recorded.mission,
      order: id,
      is,
      retcode,
      position,
      text,
    })
    return
  }
  const close = desk.state.closes.get(verdict.id)
  if (!close || close.verdict === verdict.is) return
  desk.record({
    kind: 'closeAnswered',
    atMs,
    command: verdict.id,
    is: verdict.is,
    retcode: verdict.retcode,
    text: verdict.text,
  })
}

/** One fill, whatever asked for it, stored once. The deal that ends a position ends the trade. */
export function onDeal(desk: Desk, terminal: TerminalDesk, deal: BodyOf<'deal'>): void {
  if (desk.state.deals.has(ticketKey(terminal.id, deal.deal))) return
  const known = deal.id !== null && desk.state.orders.has(deal.id) ? deal.id : null
  const id = known ?? desk.state.positions.get(ticketKey(terminal.id, deal.position)) ?? null
  const order = id === null ? undefined : desk.state.orders.get(id)
  const wasClosed = order?.state === 'closed'
  const trace = order && { trace: order.recorded.mission }
  desk.record({ kind: 'dealDone', atMs: deal.timeMs, ...trace, terminal: terminal.id, order: id, deal })
  if (order && !wasClosed && order.state === 'closed') closeTrade(desk, order)
}

/** Orders that the terminal has not answered in time become unknown, which counts as open until it says otherwise. */
export function markUnanswered(desk: Desk): void {
  for (const id of desk.state.exposed) {
    const order = desk.state.orders.get(id)
    if (!order || (order.state !== 'recorded' && order.state !== 'sent')) continue
    const { recorded } = order
    if (!isOverdue(desk, order)) continue
    const why = 'The terminal has not answered; it counts as open until it does.'
    const atMs = desk.timeAt(recorded.terminal)
    desk.record({ kind: 'orderBecame', atMs, trace: recorded.mission, order: id, state: 'unknown', why })
  }
}

/** Closing is always allowed, whatever the state of rank, guards or selector. */
export function closePosition(
  desk: Desk,
  id: Ulid,
  terminalId: TerminalId,
  position: Ticket,
  origin: string,
): CommandAnswer {
  const terminal = desk.terminals.get(terminalId)
  if (!terminal?.up)
    return refused('LINK_DOWN', 'The terminal is not linked; close the position in MetaTrader itself.')
  const open = terminal.positions?.find(entry => entry.position === position)
  if (!open) return refused('POSITION_GONE', `Position ${position} is not open.`)
  const ours = open.id ?? desk.state.positions.get(ticketKey(terminalId, position))
  if (!ours) return refused('NOT_OURS', `Position ${position} was not opened by BITTEN; it is never touched.`)
  desk.record({
    kind: 'closeRequested',
    atMs: desk.timeAt(terminalId),
    command: id,
    terminal: terminalId,
    position,
    origin,
  })
  desk.send(terminalId, {
    type: 'close',
    body: { id, position, lots: null, deviation: 100, ttlMs: VALID_MS },
  })
  return { is: 'done', text: `Close of ${position} sent; waiting for the terminal.` }
}

/** Every position with our magic number, on every linked terminal. */
export function flattenAll(desk: Desk, origin: string): CommandAnswer {
  const linked = [...desk.terminals.values()].filter(terminal => terminal.up)
  if (linked.length === 0)
    return refused('LINK_DOWN', 'No terminal is linked; close the positions in MetaTrader itself.')
  for (const terminal of linked) {
    // Its own id each, so that the word of one terminal is not taken for another's.
    const command = desk.nextId()
    desk.record({
      kind: 'flattenRequested',
      atMs: desk.timeAt(terminal.id),
      command,
      terminal: terminal.id,
      origin,
    })
    desk.send(terminal.id, { type: 'flatten', body: { id: command, magic: MAGIC } })
  }
  return { is: 'done', text: 'Flatten sent; waiting for the deals.' }
}
