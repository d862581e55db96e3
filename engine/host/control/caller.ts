/**
 * One caller of the control channel, from its first line to its end. Its requests are answered one after the other; while
 * one is being answered, or the answer is not read, nothing more is taken from it.
 */
import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { ControlHello, ControlRequest, type ControlReply } from '../../contracts/control.ts'
import type { Log } from '../../ports/log.ts'
import { linesOf } from './lines.ts'

export type CallerOptions = Readonly<{
  token: string
  answer(request: ControlRequest): Promise<ControlReply>
  log: Log
  /** For its first line; for each line after it; to read an answer. */
  patienceMs?: Patience
}>
export type Patience = Readonly<{ hello: number; line: number; read: number }>

const PATIENCE_MS: Patience = { hello: 5_000, line: 60_000, read: 10_000 }
const LINE_BYTES = 65_536
/** What it has been told is on its way by then. */
const GOODBYE_MS = 1_000

export async function serveCaller(socket: Socket, options: CallerOptions): Promise<void> {
  const patience = options.patienceMs ?? PATIENCE_MS
  // A caller that goes away in the middle has its reasons; the loop below ends with it.
  socket.on('error', () => socket.destroy())
  try {
    await converse(socket, options, patience)
  } catch (error) {
    if (!socket.destroyed)
      options.log.write('error', 'a caller of the control channel was dropped', { error })
  } finally {
    socket.end()
    socket.resume()
    setTimeout(() => socket.destroy(), GOODBYE_MS).unref()
  }
}

async function converse(socket: Socket, { token, answer }: CallerOptions, patience: Patience): Promise<void> {
  let isKnown = false
  let timer = hangUpAfter(socket, patience.hello)
  try {
    for await (const line of linesOf(socket, LINE_BYTES)) {
      clearTimeout(timer)
      const heard = isKnown ? requestOf(line) : helloOf(line, token)
      if ('is' in heard) return await say(socket, heard, patience.read)
      if ('ask' in heard) await say(socket, await answer(heard), patience.read)
      isKnown = true
      timer = hangUpAfter(socket, patience.line)
    }
  } finally {
    clearTimeout(timer)
  }
}

const hangUpAfter = (socket: Socket, ms: number): NodeJS.Timeout => setTimeout(() => socket.destroy(), ms)

type Refused = Extract<ControlReply, { is: 'refused' }>

function helloOf(line: string | null, token: string): { bitten: 1 } | Refused {
  const hello = ControlHello.safeParse(parsed(line))
  if (!hello.success)
    return refused(
      'BAD_HELLO',
      'The first line must be {"bitten":1,"token":…}, with the token of control/door.json.',
    )
  if (isSame(hello.data.token, token)) return { bitten: 1 }
  return refused('WRONG_TOKEN', 'This token is not that of the running desk: read control/door.json again.')
}

function requestOf(line: string | null): ControlRequest | Refused {
  if (line === null) return refused('TOO_LONG', `A request is one line of at most ${LINE_BYTES} bytes.`)
  const request = ControlRequest.safeParse(parsed(line))
  if (request.success) return request.data
  const [issue] = request.error.issues
  const place = issue?.path.join('.') || 'the request'
  return refused('BAD_REQUEST', `${place}: ${issue?.message ?? 'invalid'}.`)
}

/** What is no JSON is refused by the schema. */
function parsed(line: string | null): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Returns when the caller has room for more. */
async function say(socket: Socket, reply: ControlReply, withinMs: number): Promise<void> {
  if (socket.destroyed || socket.write(`${JSON.stringify(reply)}\n`)) return
  await once(socket, 'drain', { signal: AbortSignal.timeout(withinMs) })
}

const refused = (code: string, text: string): Refused => ({ is: 'refused', code, text })
