import type { EventOf } from '../../contracts/events.ts'
import { AWARD_WORDS } from '../../domain/campaign/award.ts'
import { addXp } from '../../domain/campaign/xp.ts'
import type { DeskState } from '../desk-state.ts'

const NOTES = 5

/** XP was given or taken. */
export function awarded(desk: DeskState, event: EventOf<'xpAwarded'>): void {
  desk.xp.set(event.account, addXp(desk.xp.get(event.account) ?? 0, event.xp))
  const notes = desk.xpNotes.get(event.account) ?? []
  const text = event.text ?? AWARD_WORDS[event.reason]
  desk.xpNotes.set(event.account, [{ text, xp: event.xp, atMs: event.atMs }, ...notes].slice(0, NOTES))
}
