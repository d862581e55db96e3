import type { EngineEvent } from '../../contracts/events.ts'
import type { MissionState } from '../../contracts/vocabulary.ts'
import { BY_RULE } from '../fire/order-facts.ts'

type Order = Extract<EngineEvent, { kind: 'orderRecorded' }>

/** What an order that ended without a fill makes of its mission: the same as the desk's own fold says of it. */
function unfilled(
  events: readonly EngineEvent[],
  { waitsUntilMs }: Order,
  last: EngineEvent,
  said: string,
): MissionState {
  if (waitsUntilMs === undefined || said === 'rejected' || said === 'denied') return 'refused'
  const wasAtBroker = events.some(event => event.kind === 'orderAnswered' && (event.ticket ?? null) !== null)
  if (last.atMs >= waitsUntilMs || (said === 'expired' && wasAtBroker)) return 'expired'
  const cancel = events.findLast(event => event.kind === 'cancelRequested')
  return said !== 'expired' && cancel && cancel.origin !== BY_RULE ? 'declined' : 'refused'
}

/** What a mission has come to, by the events of its story. */
export function stateOf(events: readonly EngineEvent[]): MissionState {
  const has = (kind: EngineEvent['kind']) => events.some(event => event.kind === kind)
  if (has('missionRefused')) return 'refused'
  const fills = events.filter(event => event.kind === 'dealDone')
  if (fills.length > 0) return isClosed(events) ? 'closed' : 'filled'
  const order = events.findLast(event => event.kind === 'orderRecorded')
  if (order) return ofOrder(events, order)
  if (has('missionDeclined')) return 'declined'
  return has('missionExpired') ? 'expired' : 'pending'
}

/** A part that was filled after the trade was closed has opened it again. */
function isClosed(events: readonly EngineEvent[]): boolean {
  const last = events.findLast(
    event => event.kind === 'tradeClosed' || (event.kind === 'dealDone' && event.deal.entry === 'in'),
  )
  return last?.kind === 'tradeClosed'
}

const GONE = new Set(['rejected', 'denied', 'expired', 'cancelled', 'neverHappened', 'buried'])

function ofOrder(events: readonly EngineEvent[], order: Order): MissionState {
  const word = events.findLast(
    event => event.kind === 'orderAnswered' || event.kind === 'orderBecame' || event.kind === 'orderSettled',
  )
  if (word?.kind === 'orderSettled') return 'closed'
  const said = word?.kind === 'orderAnswered' ? word.is : word?.kind === 'orderBecame' ? word.state : ''
  return word && GONE.has(said) ? unfilled(events, order, word, said) : 'fired'
}
