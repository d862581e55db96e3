/**
 * The terminal's half of the handshake (the drawing is in contracts/wire/handshake.ts). Pure: frames in, frames out.
 */
import {
  PROTOCOL_VERSION,
  type BodyOf,
  type Hello,
  type JsonMessageType,
  type Welcome,
} from '../contracts/wire/index.ts'
import {
  appProof,
  checkMac,
  decodeBody,
  decodeFrames,
  encodeBody,
  encodeFrames,
  sameProof,
  sessionKeys,
  terminalProof,
  type Frames,
  type SessionKeys,
  type Spoken,
  type WireMessage,
} from '../wire/index.ts'

export type Greeting = Readonly<{ frames: Frames; spoken: Spoken }>
export type Proof = Readonly<{
  frames: Frames
  spoken: Readonly<{ hello: Spoken; challenge: Spoken; prove: Spoken }>
  keys: SessionKeys
}>
/** Why the app and this terminal cannot come together, for a person. */
export type Rejected = Readonly<{ is: 'rejected'; reason: string }>
export type Welcomed = Readonly<{ is: 'welcomed'; keys: SessionKeys; welcome: Welcome }>

function say<T extends JsonMessageType>(
  type: T,
  body: BodyOf<T>,
  key: Uint8Array | null,
  nowMs: number,
): Frames {
  const frames = encodeFrames(
    { v: PROTOCOL_VERSION, t: type, n: 0, a: 0, ms: nowMs },
    encodeBody(type, body),
    key,
  )
  if ('is' in frames) throw new Error(frames.text)
  return frames
}

const spokenOf = ([headerBytes, body]: Frames): Spoken => ({ headerBytes, body })

const rejected = (reason: string): Rejected => ({ is: 'rejected', reason })

export function greet(hello: Hello, nowMs: number): Greeting {
  const frames = say('hello', hello, null, nowMs)
  return { frames, spoken: spokenOf(frames) }
}

/** Answers the challenge, or says why there is none. */
export function prove(
  greeting: Greeting,
  parts: readonly Uint8Array[],
  pairingKey: Uint8Array,
  nowMs: number,
): Proof | Rejected {
  const message = expected('challenge', parts)
  if (message.is === 'rejected') return message
  const challenge: Spoken = { headerBytes: message.headerBytes, body: message.body }
  const keys = sessionKeys(pairingKey, greeting.spoken, challenge)
  const proof = terminalProof(pairingKey, greeting.spoken, challenge)
  const frames = say('prove', { proof }, keys.fromTerminal, nowMs)
  return { frames, spoken: { hello: greeting.spoken, challenge, prove: spokenOf(frames) }, keys }
}

/** Takes the welcome of an app that has the same key; anybody else's is worth nothing. */
export function judgeWelcome(
  { spoken, keys }: Proof,
  parts: readonly Uint8Array[],
  pairingKey: Uint8Array,
): Welcomed | Rejected {
  const message = expected('welcome', parts)
  if (message.is === 'rejected') return message
  const welcome = decodeBody('welcome', message.body)
  if (welcome.is === 'refused') return rejected(`The welcome of the app cannot be read: ${welcome.text}`)
  const proof = appProof(pairingKey, spoken.hello, spoken.challenge, spoken.prove)
  if (checkMac(message, keys.fromApp) || !sameProof(welcome.body.proof, proof))
    return rejected('The program on this port could not prove that it has our pairing key.')
  return { is: 'welcomed', keys, welcome: welcome.body }
}

function expected(type: 'challenge' | 'welcome', parts: readonly Uint8Array[]): WireMessage | Rejected {
  const message = decodeFrames(parts)
  if (message.is === 'refused') return rejected(`The answer on this port is not BITTEN's: ${message.text}`)
  if (message.header.t === 'refuse') {
    const refuse = decodeBody('refuse', message.body)
    return rejected(
      refuse.is === 'body' ? refuse.body.text : 'The app refused without a reason that can be read.',
    )
  }
  return message.header.t === type
    ? message
    : rejected(`The app answered with ${message.header.t} instead of ${type}.`)
}
