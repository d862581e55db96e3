import type { MissionEntry } from '../../../../contracts/mission-log.ts'
import type { AccountKind } from '../../../../contracts/primitives.ts'
import type { QueryAnswer } from '../../../../contracts/queries.ts'
import type { Call } from '../../command.ts'

/** Of these, those that still wait are told by the view. */
const NEWEST = 24

/** The newest missions of the record. Without an account nobody knows of which kind of money. */
export async function lastMissions(
  { desk }: Pick<Call, 'desk'>,
  account: AccountKind | null,
): Promise<QueryAnswer<'missionsPage'>> {
  if (account === null) return { is: 'answer', value: { missions: [], nextBeforeSeq: null } }
  const filter = { state: 'issued', pair: null, setup: null } as const
  return desk.ask<'missionsPage'>({ kind: 'missionsPage', account, beforeSeq: null, limit: NEWEST, filter })
}

export const isDecided = ({ state }: Pick<MissionEntry, 'state'>): boolean => state !== 'pending'
