import type { EngineEvent } from '../../contracts/events.ts'
import type { Ulid } from '../../contracts/primitives.ts'

/** Missions that were test fires. Plain values, so that a checkpoint can keep them. */
export type KnownTests = Set<Ulid>

/**
 * Whether an event belongs to a test fire. Takes the events in order, and learns by them. Their money counts as anybody's; what asks how
 * well somebody trades leaves them out: each book of the record, the campaign, the notebook and the squad.
 */
export function isOfTest(tests: KnownTests, event: EngineEvent): boolean {
  if (event.kind === 'missionIssued' && event.mission.test) tests.add(event.mission.id)
  return tests.size > 0 && event.trace !== undefined && tests.has(event.trace)
}
