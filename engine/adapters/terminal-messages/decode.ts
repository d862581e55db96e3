import type { Ulid } from '../../contracts/primitives.ts'
import type { Header, TerminalMessageType, WireBar } from '../../contracts/wire/index.ts'
import type { TerminalFact } from '../../ports/index.ts'
import { decodeBars, decodeBody, type WireRefusal } from '../../wire/index.ts'

export type BarsPart = Readonly<{ request: Ulid; index: number; bars: readonly WireBar[]; more: boolean }>

/** A verified message as the engine takes it. `ticks` stay packed: they are read straight into the pipeline. */
export type Decoded =
  | Readonly<{ is: 'fact'; fact: TerminalFact }>
  | Readonly<{ is: 'ticks' }>
  | Readonly<{ is: 'bars'; part: BarsPart }>
  | Readonly<{ is: 'said'; level: 'info' | 'warn' | 'error'; text: string }>
  /** It blocks, and is silent for so long. */
  | Readonly<{ is: 'busy'; ms: number }>
  | Readonly<{ is: 'nothing' }>
  | WireRefusal

/** Turns the bytes of a message into a value, or into a refusal that names what and where. Never throws. */
export function decodeMessage(header: Header, body: Uint8Array): Decoded {
  const type = header.t as TerminalMessageType
  switch (type) {
    case 'ticks':
      return { is: 'ticks' }
    case 'bars':
      return decodeBarsPart(header, body)
    case 'specs':
    case 'account':
    case 'positions':
    case 'orders':
    case 'calendar':
    case 'verdict':
    case 'deal':
    case 'synced':
    case 'beat': {
      const decoded = decodeBody(type, body)
      return decoded.is === 'body'
        ? { is: 'fact', fact: { type, body: decoded.body } as TerminalFact }
        : decoded
    }
    case 'note': {
      const decoded = decodeBody('note', body)
      return decoded.is === 'body' ? { is: 'said', ...decoded.body } : decoded
    }
    case 'busy': {
      const decoded = decodeBody('busy', body)
      return decoded.is === 'body' ? { is: 'busy', ms: decoded.body.ms } : decoded
    }
    default:
      return { is: 'nothing' }
  }
}

function decodeBarsPart({ rq, i, more }: Header, body: Uint8Array): Decoded {
  if (rq === undefined || i === undefined) {
    return { is: 'refused', code: 'BODY_FIELD', text: 'bars: the header names no request or no symbol.' }
  }
  const decoded = decodeBars(body)
  if (decoded.is !== 'bars') return decoded
  return { is: 'bars', part: { request: rq, index: i, bars: decoded.bars, more: more === 1 } }
}
