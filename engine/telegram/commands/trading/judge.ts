import type { WindowCommand } from '../../../contracts/window-bridge.ts'
import type { DeskLine } from '../../desk-line.ts'
import { html, type Html } from '../../texts/html.ts'
import { notDone } from '../outcome/words.ts'

type Judged = Extract<
  WindowCommand,
  { judgeOnly?: boolean | undefined; kind: 'setSelector' | 'modifyPosition' }
>

/** Nobody is asked to confirm what the desk would refuse, which says so itself. `what` as in `Not moved`; null: it may be done. */
export async function refusalOf(
  desk: Pick<DeskLine, 'command'>,
  command: Judged,
  what: string,
): Promise<Html | null> {
  const answer = await desk.command({ ...command, judgeOnly: true })
  if (answer.is === 'done') return null
  return answer.is === 'denied' ? notDone(what, answer) : html`⛔ <b>${what}.</b> ${answer.text}`
}
