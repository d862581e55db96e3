import type { XpReason } from '../../contracts/badges.ts'
import type { EventOf } from '../../contracts/events.ts'
import { limitsFor } from '../../domain/fire/ranks.ts'
import type { DeskState } from '../desk-state.ts'

const NOTES = 5

const WORDS: Readonly<Record<XpReason, string>> = {
  PLAN_KEPT: 'closed by its plan',
  RESULT: 'result in R',
  JOURNAL: 'a lesson was written down',
  DAY_KEPT: 'a day inside all limits, debriefed',
  WEEK_KEPT: 'a week without a broken rule',
  LESSON: 'a lesson was answered',
  CHALLENGE: 'a challenge was met',
  STOOD_DOWN: 'stopped at tilt',
  BADGE: 'a badge',
  RULE_BROKEN: 'a rule was broken',
}

/** XP was given or taken. */
export function awarded(desk: DeskState, event: EventOf<'xpAwarded'>): void {
  const before = desk.xp.get(event.account) ?? 0
  // A rank is never lost: XP stops falling where the rank begins.
  desk.xp.set(event.account, Math.max(limitsFor(before).xp, before + event.xp))
  const notes = desk.xpNotes.get(event.account) ?? []
  const text = event.text ?? WORDS[event.reason]
  desk.xpNotes.set(event.account, [{ text, xp: event.xp, atMs: event.atMs }, ...notes].slice(0, NOTES))
}
