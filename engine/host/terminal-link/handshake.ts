/** From `hello` to `welcome`, or to a refusal that both sides can show. The drawing is in connection.ts. */
import {
  PROTOCOL_VERSION,
  type BodyOf,
  type JsonMessageType,
  type REFUSALS,
} from '../../contracts/wire/index.ts'
import { appProof, checkMac, decodeBody, encodeBody, encodeFrames, sameProof, sessionKeys, terminalProof, type Frames, type WireMessage } from '../../wire/index.ts' // prettier-ignore
import { deadlineAfter, type Challenged, type Door, type Live, type Step } from './connection.ts'

/** The handshake has no session yet, and its numbers are 0. */
function say<T extends JsonMessageType>(
  type: T,
  body: BodyOf<T>,
  key: Uint8Array | null,
  door: Pick<Door, 'nowMs'>,
): Frames {
  const header = { v: PROTOCOL_VERSION, t: type, n: 0, a: 0, ms: door.nowMs }
  const frames = encodeFrames(header, encodeBody(type, body), key)
  if ('is' in frames) throw new Error(`the handshake made a message over the limits: ${frames.text}`)
  return frames
}

type RefusalCode = (typeof REFUSALS)[number]

/** Unsigned, because it may go to somebody without a key. In a session it is the session's end. */
export const sayRefuse = (code: RefusalCode, text: string, door: Pick<Door, 'nowMs'>): Frames =>
  say('refuse', { code, text: text.slice(0, 400) }, null, door)

/** Back to a stranger, with the reason. */
export function refuse(code: RefusalCode, text: string, door: Door): Step {
  return { next: { is: 'stranger', told: true }, reply: sayRefuse(code, text, door), fault: { code, text } }
}

export function greet(message: WireMessage, door: Door): Step {
  const hello = decodeBody('hello', message.body)
  if (hello.is === 'refused') return refuse('BAD_HELLO', hello.text, door)
  const { versions } = hello.body
  if (!versions.includes(PROTOCOL_VERSION)) {
    const spoken = versions.join(', ')
    return refuse('WRONG_VERSION', wrongVersion(`speaks protocol version ${spoken}`, door), door)
  }
  const reply = say('challenge', { versions: [PROTOCOL_VERSION], nonce: door.newNonce() }, null, door)
  const [headerBytes, body] = reply
  const spoken = { hello: message, challenge: { headerBytes, body } }
  const keys = sessionKeys(door.pairingKey, spoken.hello, spoken.challenge)
  return { next: { is: 'challenged', hello: hello.body, spoken, keys, sinceMs: door.nowMs }, reply }
}

export const wrongVersion = (what: string, door: Door): string =>
  `The terminal ${what}, BITTEN ${door.version} speaks version ${PROTOCOL_VERSION}: bring both to the same release.`

const WRONG_KEY =
  'The terminal has another pairing key: copy the key from BITTEN into the input of the Expert Advisor.'

export function judge(challenged: Challenged, message: WireMessage, door: Door): Step {
  const { hello, spoken, keys } = challenged
  if (checkMac(message, keys.fromTerminal)) return refuse('WRONG_KEY', WRONG_KEY, door)
  const prove = decodeBody('prove', message.body)
  if (prove.is === 'refused') return refuse('BAD_HELLO', prove.text, door)
  const expected = terminalProof(door.pairingKey, spoken.hello, spoken.challenge)
  if (!sameProof(prove.body.proof, expected)) return refuse('WRONG_KEY', WRONG_KEY, door)
  if (door.isAlive(hello.uuid)) {
    const text = `A terminal with the id ${hello.uuid} is linked already: remove one of the two Expert Advisors.`
    return refuse('SECOND_TERMINAL', text, door)
  }
  return welcome(challenged, message, door)
}

function welcome({ hello, spoken, keys }: Challenged, prove: WireMessage, door: Door): Step {
  const session = door.newSession()
  const proof = appProof(door.pairingKey, spoken.hello, spoken.challenge, prove)
  const reply = say('welcome', { proof, session, road: 'zmq', beatMs: door.beatMs }, keys.fromApp, door)
  const counters = { heardN: 0, spokenN: 0, committedN: 0 }
  const live: Live = {
    is: 'live',
    terminal: hello.uuid,
    session,
    hello,
    keys,
    ...counters,
    deadlineMs: deadlineAfter(door),
  }
  return { next: live, reply }
}
