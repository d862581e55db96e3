import type { EngineEvent } from '../../contracts/events.ts'
import type { MissionDecision } from '../../contracts/mission-log.ts'
import type { Mission } from '../../contracts/mission.ts'

/** The first last word on a mission; null while there is none. Denials are no decision: the mission stays open. */
export function decisionOf(mission: Mission, events: readonly EngineEvent[]): MissionDecision | null {
  const expiresMs = events.findLast(event => event.kind === 'missionRetimed')?.expiresMs ?? mission.expiresMs
  const lifeMs = expiresMs - mission.issuedMs
  for (const event of events) {
    const word = wordOf(event)
    if (word === null) continue
    const left = lifeMs > 0 ? (expiresMs - event.atMs) / lifeMs : 0
    return { ...word, atMs: event.atMs, leftShare: Math.min(1, Math.max(0, left)) }
  }
  return null
}

function wordOf(event: EngineEvent): Pick<MissionDecision, 'what' | 'by' | 'freshness'> | null {
  switch (event.kind) {
    case 'missionRefused':
      return { what: 'refused', by: 'engine', freshness: null }
    case 'missionExpired':
      return { what: 'expired', by: 'clock', freshness: null }
    case 'missionDeclined':
      return { what: 'declined', by: 'person', freshness: event.freshness ?? null }
    case 'orderRecorded':
      return {
        what: event.waitsUntilMs === undefined ? 'fired' : 'placed',
        by: event.origin,
        freshness: event.freshness ?? null,
      }
    default:
      return null
  }
}
