import type { MessageType } from '../../contracts/wire/index.ts'
import { decodeFrames, type WireMessage, type WireRefusal } from '../../wire/index.ts'
import { greet, judge, refuse, wrongVersion } from './handshake.ts'
import { take } from './live-session.ts'
import type { Challenged, Connection, Door, Live, Step, Stranger } from './connection.ts'

type Input = 'hello' | 'prove' | 'message'
type Turn<C extends Connection> = (connection: C, message: WireMessage, door: Door) => Step

/** The transitions of the drawing in connection.ts. */
const TURNS: {
  stranger: Record<Input, Turn<Stranger>>
  challenged: Record<Input, Turn<Challenged>>
  live: Record<Input, Turn<Live>>
} = {
  stranger: { hello: (_, message, door) => greet(message, door), prove: askForHello, message: askForHello },
  challenged: { hello: (_, message, door) => greet(message, door), prove: judge, message: askForHello },
  live: { hello: greetAgain, prove: take, message: take },
}

/** What a connection makes of the frames that came over it. Never throws, whatever the bytes are. */
export function receive(connection: Connection, parts: readonly Uint8Array[], door: Door): Step {
  const message = decodeFrames(parts)
  if (message.is === 'refused') return malformed(connection, message, door)
  const turns: Record<Input, Turn<never>> = TURNS[connection.is]
  return turns[inputOf(message.header.t)](connection as never, message, door)
}

function inputOf(type: MessageType): Input {
  return type === 'hello' || type === 'prove' ? type : 'message'
}

function askForHello(connection: Stranger | Challenged, { header }: WireMessage, door: Door): Step {
  const text = `There is no session for ${header.t} ${header.n}: say hello first.`
  if (connection.is === 'stranger' && connection.told)
    return { next: connection, fault: { code: 'NO_SESSION', text } }
  return { ...refuse('BAD_HELLO', text, door), fault: { code: 'NO_SESSION', text } }
}

/** The terminal began anew without saying goodbye. */
function greetAgain(live: Live, message: WireMessage, door: Door): Step {
  return { ...greet(message, door), ended: { before: live, reason: 'it began a new handshake' } }
}

function malformed(connection: Connection, { code, text }: WireRefusal, door: Door): Step {
  const fault = { code, text }
  if (connection.is === 'live' || (connection.is === 'stranger' && connection.told))
    return { next: connection, fault }
  if (code === 'WRONG_VERSION')
    return refuse('WRONG_VERSION', wrongVersion('speaks another protocol version', door), door)
  return { ...refuse('BAD_HELLO', text, door), fault }
}
