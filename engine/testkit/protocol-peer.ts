/** The terminal's half of the protocol without a socket: says what it is told to, right or wrong, and keeps the keys. */
import { TerminalId } from '../contracts/primitives.ts'
import type { BodyOf, Header, Hello, JsonMessageType, TerminalMessageType } from '../contracts/wire/index.ts'
import {
  decodeBody,
  decodeFrames,
  encodeBody,
  encodeFrames,
  sessionKeys,
  terminalProof,
  type Frames,
  type SessionKeys,
  type Spoken,
  type WireMessage,
} from '../wire/index.ts'

export const aHello = (fields: Partial<Hello> = {}): Hello => ({
  versions: [1],
  uuid: TerminalId.parse('terminal-1'),
  nonce: '00'.repeat(16),
  loginHash: '11'.repeat(16),
  broker: 'Broker',
  server: 'Server-Demo',
  build: 5000,
  program: 'peer 1',
  margin: 'hedging',
  kind: 'demo',
  ...fields,
})

/** The message in frames that must be one. */
export function opened(parts: readonly Uint8Array[]): WireMessage {
  const message = decodeFrames(parts)
  if (message.is === 'refused') throw new Error(message.text)
  return message
}

export function bodyOf<T extends JsonMessageType>(type: T, message: WireMessage): BodyOf<T> {
  const read = decodeBody(type, message.body)
  if (read.is === 'refused') throw new Error(read.text)
  return read.body
}

function framesOf(header: Header, body: Uint8Array, key: Uint8Array | null): Frames {
  const frames = encodeFrames(header, body, key)
  if ('is' in frames) throw new Error(frames.text)
  return frames
}

const spokenOf = ([headerBytes, body]: Frames): Spoken => ({ headerBytes, body })

export class ProtocolPeer {
  readonly pairingKey: Uint8Array
  readonly greeting: Hello
  keys: SessionKeys | null = null
  session = ''
  /** Sequence number of the last message said. */
  n = 0
  #hello: Spoken | null = null

  constructor(pairingKey: Uint8Array, hello: Partial<Hello> = {}) {
    this.pairingKey = pairingKey
    this.greeting = aHello(hello)
  }

  hello(): Frames {
    const frames = framesOf({ v: 1, t: 'hello', n: 0, a: 0, ms: 1 }, encodeBody('hello', this.greeting), null)
    this.#hello = spokenOf(frames)
    return frames
  }

  prove(challenge: readonly Uint8Array[]): Frames {
    if (!this.#hello) throw new Error('hello comes first')
    const { headerBytes, body } = opened(challenge)
    const asked = { headerBytes, body }
    this.keys = sessionKeys(this.pairingKey, this.#hello, asked)
    const proof = terminalProof(this.pairingKey, this.#hello, asked)
    return framesOf(
      { v: 1, t: 'prove', n: 0, a: 0, ms: 1 },
      encodeBody('prove', { proof }),
      this.keys.fromTerminal,
    )
  }

  /** Takes the session out of `welcome`; throws the refusal if it is one. */
  welcomed(answer: readonly Uint8Array[]): void {
    const message = opened(answer)
    if (message.header.t === 'refuse') throw new Error(bodyOf('refuse', message).code)
    this.session = bodyOf('welcome', message).session
    this.n = 0
  }

  /** The next message of the session; `fields` may make it a wrong one. */
  say<T extends JsonMessageType & TerminalMessageType>(
    type: T,
    body: BodyOf<T>,
    fields: Partial<Header> = {},
  ): Frames {
    return this.sayBytes(type, encodeBody(type, body), fields)
  }

  sayBytes(type: Header['t'], body: Uint8Array, fields: Partial<Header> = {}): Frames {
    if (!this.keys) throw new Error('there is no session yet')
    this.n += 1
    const header = { v: 1, t: type, s: this.session, n: this.n, a: 0, ms: 1, ...fields }
    return framesOf(header, body, this.keys.fromTerminal)
  }
}
