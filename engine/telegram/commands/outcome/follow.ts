import type { CommandAnswer } from '../../../contracts/commands.ts'
import type { EngineEvent } from '../../../contracts/events.ts'
import type { Ulid } from '../../../contracts/primitives.ts'
import type { WindowCommand } from '../../../contracts/window-bridge.ts'
import type { DeskLine } from '../../desk-line.ts'

/** So long a chat waits for the terminal's word. What comes later is told by an alert. */
export const PATIENCE_MS = 30_000
/** And so long, once a part has come, for the rest. */
export const REST_MS = 2_000

/** What the engine has answered, and everything that it has told since it was asked. */
export type Asked = Readonly<{ id: Ulid; answer: CommandAnswer; told: readonly EngineEvent[] }>

/** `part`: something has come of it that nobody should wait for. */
export type Progress = boolean | 'part'

/** `isOver` false: the terminal has not said its last word in time. */
export type Followed = Asked & Readonly<{ isOver: boolean }>

/** Asks, and waits until the events say how it has ended; what is not done has ended with its answer. */
export async function follow(
  desk: Pick<DeskLine, 'nextId' | 'command' | 'onTold'>,
  command: WindowCommand,
  isOver: (asked: Asked) => Progress,
  patienceMs = PATIENCE_MS,
): Promise<Followed> {
  const told: EngineEvent[] = []
  const id = desk.nextId()
  let heard = () => {}
  const leave = desk.onTold(events => {
    for (const { event } of events) told.push(event)
    heard()
  })
  try {
    const answer = await desk.command(command, id)
    const asked = { id, answer, told }
    if (answer.is !== 'done') return { ...asked, isOver: true }
    const ended = new Promise<boolean>(resolve => {
      const giveUp = () => resolve(false)
      let timer = setTimeout(giveUp, patienceMs)
      let before: Progress = false
      heard = () => {
        const progress = isOver(asked)
        if (progress === before) return
        before = progress
        clearTimeout(timer)
        if (progress === 'part') timer = setTimeout(giveUp, REST_MS)
        else resolve(progress)
      }
      heard()
    })
    return { ...asked, isOver: await ended }
  } finally {
    leave()
  }
}
