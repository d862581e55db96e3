import { FROM_APP, PROTOCOL_VERSION, type Header, type TerminalMessageType } from '../contracts/wire/index.ts'
import { checkMac, decodeFrames, encodeFrames, type Frames, type SessionKeys, type WireMessage } from '../wire/index.ts' // prettier-ignore

/** What a header may say beyond its type and numbers. */
export type HeaderExtra = Pick<Header, 'pd' | 'rq' | 'more' | 'i' | 'tf'>

/** `left out`: not the app's, or not of this session. `broken`: messages of the app were lost, so the session must end. */
export type Heard =
  WireMessage | Readonly<{ is: 'left out'; reason: string }> | Readonly<{ is: 'broken'; reason: string }>

/** One proved session of this side: numbers and signs what goes out, checks what comes in. */
export class Session {
  readonly id: string
  readonly #keys: SessionKeys
  #said = 0
  #heard = 0

  constructor(id: string, keys: SessionKeys) {
    this.id = id
    this.#keys = keys
  }

  /** `committed`: the app's messages up to this number have had their effect here. */
  say(
    type: TerminalMessageType,
    body: Uint8Array,
    at: Readonly<{ committed: number; nowMs: number }>,
    extra: HeaderExtra = {},
  ): Readonly<{ n: number; frames: Frames }> {
    const n = this.#said + 1
    const header = {
      v: PROTOCOL_VERSION,
      t: type,
      s: this.id,
      n,
      a: at.committed,
      ms: at.nowMs,
      ...extra,
    }
    const frames = encodeFrames(header, body, this.#keys.fromTerminal)
    if ('is' in frames) throw new Error(frames.text)
    this.#said = n
    return { n, frames }
  }

  hear(parts: readonly Uint8Array[]): Heard {
    const message = decodeFrames(parts)
    if (message.is === 'refused') return { is: 'left out', reason: message.text }
    const { t, n, s } = message.header
    // Unsigned, and still believed: it can only cost a new handshake, and silence would come to the same.
    if (t === 'refuse') return { is: 'broken', reason: 'The app does not know this session any more.' }
    const forged = checkMac(message, this.#keys.fromApp)
    if (forged || s !== this.id || !(FROM_APP as readonly string[]).includes(t))
      return { is: 'left out', reason: forged?.text ?? `${t} ${n} does not belong to this session.` }
    if (n <= this.#heard) return { is: 'left out', reason: `${t} ${n} came again.` }
    if (n > this.#heard + 1)
      return { is: 'broken', reason: `Messages ${this.#heard + 1} to ${n - 1} of the app never came.` }
    this.#heard = n
    return message
  }
}
