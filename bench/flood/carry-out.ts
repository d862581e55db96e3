import type { Broker, BrokerFact } from '../../engine/broker-sim/index.ts'
import type { BodyOf, Header, JsonMessageType } from '../../engine/contracts/wire/index.ts'
import { decodeBody } from '../../engine/wire/index.ts'

/** The body of a message of the app, which is never wrong. */
export function bodyOf<T extends JsonMessageType>(type: T, body: Uint8Array): BodyOf<T> {
  const decoded = decodeBody(type, body)
  if (decoded.is !== 'body') throw new Error(decoded.text)
  return decoded.body
}

/** What the broker makes of a message of the app; nothing, of one that asks nothing of it. */
export function carryOut(
  broker: Broker,
  type: Header['t'],
  body: Uint8Array,
  marketMs: number,
): readonly BrokerFact[] {
  const arrival = { marketMs, late: false }
  switch (type) {
    case 'sync':
      return broker.sync(bodyOf(type, body), marketMs)
    case 'fire':
      return broker.fire(bodyOf(type, body), arrival)
    case 'close':
      return broker.close(bodyOf(type, body), arrival)
    case 'flatten':
      return broker.flatten(bodyOf(type, body), marketMs)
    case 'limits':
      return broker.limits(bodyOf(type, body))
    case 'halt':
      return broker.halt(bodyOf(type, body))
    case 'resume':
      return broker.resume(bodyOf(type, body))
    default:
      return []
  }
}
