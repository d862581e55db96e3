import type { WindowCommand } from '../../../contracts/window-bridge.ts'
import type { DeskLine } from '../../desk-line.ts'
import type { Reply } from '../../reply.ts'
import { html, lines } from '../../texts/html.ts'
import { notDone } from '../outcome/words.ts'

/** A command that has ended with the desk's own answer. */
export async function tell(
  desk: Pick<DeskLine, 'command'>,
  command: WindowCommand,
  done: string,
  notDoneWords: string,
): Promise<Reply> {
  const answer = await desk.command(command)
  if (answer.is !== 'done') return { html: notDone(notDoneWords, answer) }
  return { html: lines(html`✅ <b>${done}</b>`, answer.text) }
}
