import { callDesk } from '../../host/control/call-desk.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import type { ControlFlags } from './control-command.ts'
import { folderOf } from './order.ts'
import { statusLines } from './status-text.ts'

export async function status(flags: ControlFlags, context: CliContext, out: Output): Promise<Outcome> {
  const reply = await callDesk(folderOf(flags, context), { ask: 'status' })
  if (reply.is === 'refused') return failed(reply.code, reply.text)
  out.document(reply.value)
  for (const line of statusLines(reply.value)) out.line(line)
  return DONE
}
