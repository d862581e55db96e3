import { setTimeout as pause } from 'node:timers/promises'
import { callDesk } from '../../host/control/call-desk.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, STOPPED, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { whatIsLeft } from './what-is-left.ts'
import type { FlattenFlags } from './control-command.ts'
import { folderOf, refusalOf } from './order.ts'

const LOOK_EVERY_MS = 250
const BY_HAND =
  'To close everything by hand: in MetaTrader, right-click the Trade tab and choose Bulk Operations.'

/** Sent is not closed: it is done when the desk sees none of its positions any more. */
export async function flatten(flags: FlattenFlags, context: CliContext, out: Output): Promise<Outcome> {
  const folder = folderOf(flags, context)
  const reply = await callDesk(folder, { ask: 'flatten' })
  if (reply.is === 'refused') return withHelp(failed(reply.code, reply.text))
  const refusal = refusalOf(reply.value)
  if (refusal) return withHelp(refusal)
  const text = reply.value.is === 'done' ? reply.value.text : ''
  out.line(text)
  const left = await lastLook(folder, flags.wait * 1_000, context.stop)
  if (context.stop.aborted) return STOPPED
  if (left.length > 0) return withHelp(failed('NOT_CONFIRMED', `Asked, but not confirmed. ${left.join(' ')}`))
  out.document({ is: 'done', text, confirmed: true })
  out.line('Confirmed: no position of BITTEN is open.')
  return DONE
}

/** What is left when nothing is, or when the wait ends. */
async function lastLook(folder: string, waitMs: number, stop: AbortSignal): Promise<readonly string[]> {
  const untilMs = performance.now() + waitMs
  for (;;) {
    const reply = await callDesk(folder, { ask: 'status' })
    const left = reply.is === 'answer' ? whatIsLeft(reply.value) : [reply.text]
    if (left.length === 0 || stop.aborted || performance.now() > untilMs) return left
    await pause(LOOK_EVERY_MS)
  }
}

const withHelp = ({ code, text }: Failure): Failure => failed(code, `${text} ${BY_HAND}`)
