/**
 * Three ZeroMQ frames ⇄ one message: [header][body][mac]. The order of the checks is cheap first: count, lengths,
 * header, then the MAC. Bodies are opened by `bodies.ts` and `records.ts`, after the MAC said who wrote them.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Header, LIMITS, PROTOCOL_VERSION, UNSIGNED, type MessageType } from '../contracts/wire/index.ts'
import { firstIssue, parseJson } from './json.ts'
import { wireRefusal, type WireRefusal } from './refusal.ts'

export type Frames = readonly [header: Uint8Array, body: Uint8Array, mac: Uint8Array]

/** A message whose frames are well-formed. `headerBytes` stay with it: transcripts and MACs are over bytes. */
export type WireMessage = Readonly<{
  is: 'message'
  header: Header
  headerBytes: Uint8Array
  body: Uint8Array
  mac: Uint8Array
}>

const NO_MAC = new Uint8Array(0)

export const isUnsigned = (type: MessageType): boolean => UNSIGNED.includes(type)

/** First 16 bytes of HMAC-SHA256(key, header ‖ body). */
export function macOf(key: Uint8Array, headerBytes: Uint8Array, body: Uint8Array): Uint8Array {
  const whole = createHmac('sha256', key).update(headerBytes).update(body).digest()
  return whole.subarray(0, LIMITS.macBytes)
}

/**
 * The frames of an outgoing message. `key` is this direction's session key, null exactly for the types that travel
 * unsigned; anything else is a bug of the caller and throws. A body over the limit is refused.
 */
export function encodeFrames(header: Header, body: Uint8Array, key: Uint8Array | null): Frames | WireRefusal {
  if (isUnsigned(header.t) !== (key === null)) throw new Error(`${header.t} and its key do not fit together`)
  const headerBytes = Buffer.from(JSON.stringify(header))
  if (headerBytes.length > LIMITS.headerBytes) {
    throw new Error(`header of ${header.t} has ${headerBytes.length} bytes, limit ${LIMITS.headerBytes}`)
  }
  if (body.length > LIMITS.bodyBytes) return tooLong(header.t, body.length)
  return [headerBytes, body, key === null ? NO_MAC : macOf(key, headerBytes, body)]
}

/** Frames to a message, MAC not yet checked: `checkMac` does that when the session's key is known. */
export function decodeFrames(parts: readonly Uint8Array[]): WireMessage | WireRefusal {
  const [headerBytes, body, mac] = parts
  if (!headerBytes || !body || !mac || parts.length !== 3) {
    return wireRefusal('FRAME_COUNT', `A message has 3 frames, this one has ${parts.length}.`)
  }
  if (headerBytes.length > LIMITS.headerBytes) {
    return wireRefusal(
      'HEADER_LENGTH',
      `The header has ${headerBytes.length} bytes, limit ${LIMITS.headerBytes}.`,
    )
  }
  if (body.length > LIMITS.bodyBytes) return tooLong('a message', body.length)
  const header = decodeHeader(headerBytes)
  if ('is' in header) return header
  const wanted = isUnsigned(header.t) ? 0 : LIMITS.macBytes
  if (mac.length !== wanted) {
    return wireRefusal('MAC_LENGTH', `The MAC of ${header.t} has ${mac.length} bytes, expected ${wanted}.`)
  }
  return { is: 'message', header, headerBytes, body, mac }
}

/** Null when the MAC is right, in constant time. Unsigned types have none to check. */
export function checkMac(message: WireMessage, key: Uint8Array): WireRefusal | null {
  if (isUnsigned(message.header.t)) return null
  const right = timingSafeEqual(macOf(key, message.headerBytes, message.body), message.mac)
  return right ? null : wireRefusal('BAD_MAC', `The MAC of ${message.header.t} ${message.header.n} is wrong.`)
}

const CURLY_OPEN = 0x7b
const CURLY_CLOSE = 0x7d

/**
 * Compact: it starts and ends with its braces. The MAC covers header ‖ body without a length between them, so a header
 * that could end in blanks could swallow the first bytes of its body.
 */
function decodeHeader(bytes: Uint8Array): Header | WireRefusal {
  if (bytes[0] !== CURLY_OPEN || bytes[bytes.length - 1] !== CURLY_CLOSE) {
    return wireRefusal('HEADER_SHAPE', 'The header is not a compact JSON object.')
  }
  const parsed = parseJson(bytes, 'header', 'HEADER_TEXT')
  if (parsed.is === 'refused') return parsed
  const fields = Object(parsed.value) as object
  if (Object.values(fields).some(value => typeof value === 'object' && value !== null)) {
    return wireRefusal('HEADER_SHAPE', 'The header is not flat.')
  }
  if ('v' in fields && typeof fields.v === 'number' && fields.v !== PROTOCOL_VERSION) {
    return wireRefusal(
      'WRONG_VERSION',
      `The header is of version ${fields.v}, this side speaks ${PROTOCOL_VERSION}.`,
    )
  }
  const header = Header.safeParse(fields)
  return header.success ? header.data : wireRefusal('HEADER_FIELD', `header: ${firstIssue(header.error)}.`)
}

const tooLong = (what: string, bytes: number) =>
  wireRefusal('BODY_LENGTH', `The body of ${what} has ${bytes} bytes, limit ${LIMITS.bodyBytes}.`)
