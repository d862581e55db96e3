import path from 'node:path'
import type { CommandAnswer } from '../../contracts/commands.ts'
import type { ControlRequest } from '../../contracts/control.ts'
import { callDesk } from '../../host/control/call-desk.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import type { ControlFlags } from './control-command.ts'

type Ordered = Extract<
  ControlRequest,
  { ask: 'pause' | 'resume' | 'cancel' | 'cancelOrder' | 'settleOrder' | 'testFire' | 'selector' | 'show' }
>

/** Gives it to the running desk and says what came of it. */
export async function giveOrder(
  request: Ordered,
  flags: ControlFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const reply = await callDesk(folderOf(flags, context), request)
  if (reply.is === 'refused') return failed(reply.code, reply.text)
  const refusal = refusalOf(reply.value)
  if (refusal) return refusal
  out.document(reply.value)
  if (reply.value.is === 'done') out.line(reply.value.text)
  return DONE
}

export const folderOf = ({ dataFolder }: ControlFlags, { environment }: CliContext): string =>
  path.resolve(dataFolder ?? environment.dataFolder)

/** Null when it was done. */
export function refusalOf(answer: CommandAnswer): Failure | null {
  switch (answer.is) {
    case 'done':
      return null
    case 'denied':
      return failed('DENIED', answer.denials.map(({ text }) => text).join(' '))
    case 'refused':
      return failed(answer.code, answer.text)
  }
}
