import type { Denial } from '../../contracts/vocabulary.ts'
import { denial, type ShotInputs } from './shot.ts'

/** Is the mission still to be had, on this account and at this time? */
export function missionRules({ mission, missionState, orderWaits, marketMs, kind }: ShotInputs): Denial[] {
  if (mission.kind !== kind)
    return [
      denial('MISSION_GONE', `This mission is for a ${mission.kind} account, and this account is ${kind}.`),
    ]
  if (orderWaits) return [denial('MISSION_GONE', 'The order of this mission waits at the broker already.')]
  if (missionState !== 'pending') return [denial('MISSION_GONE', `This mission is ${missionState}.`)]
  if (!(marketMs >= mission.issuedMs))
    return [denial('MISSION_GONE', 'The market clock stands before this mission.')]
  if (marketMs >= mission.expiresMs) return [denial('MISSION_EXPIRED', 'This mission has expired.')]
  return []
}
