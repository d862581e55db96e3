/** The other end of the control channel: one request to the desk that runs on a data folder. */
import { connect, type Socket } from 'node:net'
import {
  CONTROL_ANSWERS,
  ControlReply,
  type ControlAnswers,
  type ControlAsk,
  type ControlDoor,
  type ControlRequest,
} from '../../contracts/control.ts'
import { lockHolder } from '../data-folder/lock.ts'
import { systemReason } from '../data-folder/refusal.ts'
import { findDoor } from './door.ts'
import { linesOf } from './lines.ts'

export type DeskReply<A extends ControlAsk> =
  | Readonly<{ is: 'answer'; value: ControlAnswers[A] }>
  | Readonly<{ is: 'refused'; code: string; text: string }>

type Refused = Extract<ControlReply, { is: 'refused' }>

/** A desk whose engine hangs finds that out within five seconds, and answers then. */
const ANSWER_MS = 20_000
/** A hundred versions of the settings, with room. */
const ANSWER_BYTES = 8_388_608

/** Never rejects for an expected reason. `NOT_RUNNING`: no desk runs on this folder. */
export async function callDesk<R extends ControlRequest>(
  dataFolder: string,
  request: R,
  withinMs = ANSWER_MS,
): Promise<DeskReply<R['ask']>> {
  const reply = await replyTo(dataFolder, request, withinMs)
  if (reply.is === 'refused') return reply
  const value = CONTROL_ANSWERS[request.ask].safeParse(reply.value)
  // The schema is that of the question.
  if (value.success) return { is: 'answer', value: value.data as ControlAnswers[R['ask']] }
  return refused('OTHER_VERSION', 'The running desk is of another version: restart it, and ask again.')
}

async function replyTo(dataFolder: string, request: ControlRequest, withinMs: number): Promise<ControlReply> {
  let door: ControlDoor | null
  try {
    door = findDoor(dataFolder)
  } catch (error) {
    return refused('DATA_FOLDER', `The data folder ${dataFolder} can't be read: ${systemReason(error)}.`)
  }
  const socket = door && (await reached(door.address))
  if (!door || !socket) return nobody(dataFolder)
  const tooLate = setTimeout(() => socket.destroy(), withinMs)
  try {
    return (await talk(socket, door.token, request)) ?? NO_ANSWER
  } finally {
    clearTimeout(tooLate)
    socket.destroy()
  }
}

/** Null when nobody listens there. */
function reached(address: string): Promise<Socket | null> {
  return new Promise(resolve => {
    const socket = connect(address)
    socket.once('connect', () => resolve(socket))
    // Stays for the rest of the conversation: a desk that ends in the middle is no answer.
    socket.on('error', () => resolve(null))
  })
}

/** Null when the desk hangs up, or says nothing that makes sense. */
async function talk(socket: Socket, token: string, request: ControlRequest): Promise<ControlReply | null> {
  socket.write(`${JSON.stringify({ bitten: 1, token })}\n${JSON.stringify(request)}\n`)
  try {
    for await (const line of linesOf(socket, ANSWER_BYTES)) return ControlReply.parse(JSON.parse(line ?? ''))
    return null
  } catch {
    // Cut off, or not our language: the same to whoever asked.
    return null
  }
}

function nobody(dataFolder: string): Refused {
  const holder = lockHolder(dataFolder)
  if (holder === null) return refused('NOT_RUNNING', `No BITTEN runs with the data folder ${dataFolder}.`)
  const text = `BITTEN runs with the data folder ${dataFolder} (process ${holder}), but does not answer here: it is starting or ending, or its log says why it can't listen.`
  return refused('NO_CHANNEL', text)
}

const refused = (code: string, text: string): Refused => ({ is: 'refused', code, text })

const NO_ANSWER = refused(
  'NO_ANSWER',
  'The running desk did not answer: what you asked may have been done or not. Look with bitten status, or in MetaTrader.',
)
