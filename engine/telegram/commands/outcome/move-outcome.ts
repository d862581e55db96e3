/** What has become of a stop or a target that was to be moved from a chat. */
import type { EngineEvent, EventOf } from '../../../contracts/events.ts'
import type { Ulid } from '../../../contracts/primitives.ts'
import type { PositionView } from '../../../contracts/open-trade-views.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import type { Asked, Followed } from './follow.ts'
import { noAnswerYet, verdictText } from './words.ts'

export type Levels = Readonly<{ stop: string; target: string | null }>

function answeredIn(told: readonly EngineEvent[], id: Ulid): EventOf<'modifyAnswered'> | null {
  const answers = told.flatMap(event =>
    event.kind === 'modifyAnswered' && event.command === id ? [event] : [],
  )
  return answers.at(-1) ?? null
}

export function isMoveOver({ told, id }: Asked): boolean {
  const answered = answeredIn(told, id)
  return answered !== null && answered.is !== 'unknown'
}

export function moveOutcome(followed: Followed, position: PositionView, to: Levels): Html {
  const answered = answeredIn(followed.told, followed.id)
  const name = `${position.symbol} ${position.side === 'buy' ? 'long' : 'short'}, position ${position.position}`
  if (answered?.is === 'accepted')
    return lines(
      html`✅ <b>MOVED</b> ${name}`,
      `Stop ${to.stop} (was ${position.stop ?? 'none'})`,
      `Target ${to.target ?? 'none'}${to.target === position.target ? '' : ` (was ${position.target ?? 'none'})`}`,
    )
  if (followed.isOver && answered) return lines(html`❌ <b>NOT MOVED</b> ${name}. ${verdictText(answered)}`)
  return noAnswerYet(followed.answer.is === 'done' ? followed.answer.text : '')
}
