import type { EventOf } from '../../contracts/events.ts'
import { limitsFor } from '../../domain/fire/ranks.ts'
import type { DeskState } from '../desk-state.ts'

const NOTES = 5

/** XP was given or taken. */
export function awarded(desk: DeskState, event: EventOf<'xpAwarded'>): void {
  const before = desk.xp.get(event.account) ?? 0
  // A rank is never lost: XP stops falling where the rank begins.
  desk.xp.set(event.account, Math.max(limitsFor(before).xp, before + event.xp))
  const notes = desk.xpNotes.get(event.account) ?? []
  const text = { PLAN_KEPT: 'closed by its plan', RESULT: 'result in R', RULE_BROKEN: 'a rule was broken' }[
    event.reason
  ]
  desk.xpNotes.set(event.account, [{ text, xp: event.xp, atMs: event.atMs }, ...notes].slice(0, NOTES))
}
