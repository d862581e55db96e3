import type { MissionView } from '../../../../engine/contracts/views.ts'

/** Decided and on its way: still worth looking at. */
const isRunning = ({ state }: MissionView): boolean => state === 'fired' || state === 'filled'
const isPending = ({ state }: MissionView): boolean => state === 'pending'

/**
 * Which mission is shown: the picked one as long as it is alive, else the first that waits for a shot, else the first
 * under way, else the last that was.
 */
export function chooseMission(missions: readonly MissionView[], picked: string | null): MissionView | null {
  const chosen = missions.find(({ mission }) => mission.id === picked)
  if (chosen && (isPending(chosen) || isRunning(chosen))) return chosen
  return missions.find(isPending) ?? missions.find(isRunning) ?? missions[0] ?? null
}
