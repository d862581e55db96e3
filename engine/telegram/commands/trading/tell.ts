import type { WindowCommand } from '../../../contracts/window-bridge.ts'
import type { DeskLine } from '../../desk-line.ts'
import type { Reply } from '../../reply.ts'
import { html, lines } from '../../texts/html.ts'
import { capital } from '../../texts/parts.ts'
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
  return { html: lines(html`✅ <b>${done}</b>`, withoutHead(answer.text, done)) }
}

/** An answer may begin with the word that stands above it. Null: it says no more than that. */
function withoutHead(text: string, head: string): string | null {
  const rest = text.replace(new RegExp(`^${head}[.:]\\s*`, 'i'), '')
  if (rest === text) return text
  return rest === '' ? null : capital(rest)
}
