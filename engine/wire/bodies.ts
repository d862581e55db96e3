/** JSON bodies ⇄ values, each type through its own schema of the contracts. */
import { BODIES, LIMITS, type BodyOf, type JsonMessageType } from '../contracts/wire/index.ts'
import { firstIssue, jsonDepth, parseJson, type Issues } from './json.ts'
import { wireRefusal, type WireRefusal } from './refusal.ts'

export type DecodedBody<T extends JsonMessageType> = Readonly<{ is: 'body'; body: BodyOf<T> }>

type Codec<Body> = {
  encode(body: Body): unknown
  safeParse(value: unknown): { success: true; data: Body } | { success: false; error: Issues }
}

/** TypeScript can't see that `BODIES[T]` and `BodyOf<T>` are the two sides of one entry; this says it once. */
const codecOf = <T extends JsonMessageType>(type: T) => BODIES[type] as unknown as Codec<BodyOf<T>>

/** Bytes of an outgoing body. A value that its own schema refuses is a bug of the caller and throws. */
export function encodeBody<T extends JsonMessageType>(type: T, body: BodyOf<T>): Uint8Array {
  return Buffer.from(JSON.stringify(codecOf(type).encode(body)))
}

/** Unknown fields are left out, so that a newer peer may say more than this side understands. */
export function decodeBody<T extends JsonMessageType>(
  type: T,
  bytes: Uint8Array,
): DecodedBody<T> | WireRefusal {
  const depth = jsonDepth(bytes)
  if (depth > LIMITS.depth) {
    return wireRefusal('BODY_DEPTH', `The body of ${type} is nested ${depth} deep, limit ${LIMITS.depth}.`)
  }
  const parsed = parseJson(bytes, `body of ${type}`, 'BODY_TEXT')
  if (parsed.is === 'refused') return parsed
  const body = codecOf(type).safeParse(parsed.value)
  return body.success
    ? { is: 'body', body: body.data }
    : wireRefusal('BODY_FIELD', `${type}: ${firstIssue(body.error)}.`)
}
