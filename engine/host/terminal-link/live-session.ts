/** A proved session: checks what comes in, numbers what goes out. */
import type { EpochMs } from '../../contracts/primitives.ts'
import { FROM_TERMINAL, PROTOCOL_VERSION, type AppMessageType, type Header, type MessageType } from '../../contracts/wire/index.ts' // prettier-ignore
import { checkMac, decodeBody, encodeFrames, type Frames, type WireMessage, type WireRefusal } from '../../wire/index.ts' // prettier-ignore
import { refuse } from './handshake.ts'
import { deadlineAfter, STRANGER, type Door, type Fault, type Live, type Step } from './connection.ts'

const SENT_BY_TERMINAL: ReadonlySet<MessageType> = new Set(FROM_TERMINAL)

/** Only a message with the right MAC shows that the terminal lives, so only that moves the deadline. */
export function take(live: Live, message: WireMessage, door: Door): Step {
  const fault = doorFault(live, message)
  if (fault) return { next: live, fault }
  const { header } = message
  if (header.n <= live.heardN) {
    const text = `Message ${header.n} came again after ${live.heardN} and was left out.`
    return { next: live, fault: { code: 'SEQUENCE_REPEAT', text } }
  }
  if (header.n > live.heardN + 1) return gap(live, header.n, door)
  return sort({ ...live, heardN: header.n, deadlineMs: deadlineAfter(door, busyMs(message)) }, message)
}

function doorFault({ session, keys }: Live, message: WireMessage): Fault | null {
  const { t, s, n } = message.header
  const forged = checkMac(message, keys.fromTerminal)
  if (forged) return { code: forged.code, text: forged.text }
  if (s !== session) return { code: 'WRONG_SESSION', text: `${t} ${n} belongs to session ${s ?? '(none)'}.` }
  if (SENT_BY_TERMINAL.has(t)) return null
  return { code: 'WRONG_DIRECTION', text: `${t} ${n} is a message of the app, and a terminal sent it.` }
}

function sort(live: Live, message: WireMessage): Step {
  switch (message.header.t) {
    case 'bye':
      return { next: STRANGER, ended: { before: live, reason: byeReason(message) } }
    case 'ack':
      return { next: live }
    default:
      return { next: live, deliver: message, owesAck: true }
  }
}

/** What was lost may have been a fact: in its next session the terminal tells again what we have not confirmed. */
function gap(before: Live, n: number, door: Door): Step {
  const lost = n - before.heardN - 1
  const text = `${lost} message${lost === 1 ? '' : 's'} before number ${n} never came: say hello again.`
  const fault = { code: 'SEQUENCE_GAP', text }
  return { ...refuse('BAD_HELLO', text, door), fault, ended: { before, reason: 'messages of it were lost' } }
}

function busyMs(message: WireMessage): number {
  if (message.header.t !== 'busy') return 0
  const busy = decodeBody('busy', message.body)
  return busy.is === 'body' ? busy.body.ms : 0
}

function byeReason(message: WireMessage): string {
  const bye = decodeBody('bye', message.body)
  return bye.is === 'body' ? `it said goodbye: ${bye.body.reason}` : 'it said goodbye'
}

export type Said = Readonly<{ is: 'said'; next: Live; frames: Frames }>

export function say(live: Live, type: AppMessageType, body: Uint8Array, nowMs: EpochMs): Said | WireRefusal {
  const n = live.spokenN + 1
  const header: Header = {
    v: PROTOCOL_VERSION,
    t: type,
    s: live.session,
    n,
    a: live.committedN,
    ms: nowMs,
  }
  const frames = encodeFrames(header, body, live.keys.fromApp)
  return 'is' in frames ? frames : { is: 'said', next: { ...live, spokenN: n }, frames }
}
