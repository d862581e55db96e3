import type { MissionView, WarRoomView } from '../../../../engine/contracts/views.ts'
import type { guideCopy } from '../../../copy/onboarding.ts'
import type { GuideSince } from '../../../stores/first-steps-store.ts'

export type GuideStage = keyof typeof guideCopy.stages

/** `training`: this start has the training ground, so that a terminal links by itself. */
export function guideStage(
  view: WarRoomView | null,
  since: GuideSince | null,
  training: boolean,
): GuideStage {
  const unlinked = training ? 'starting' : 'noTerminal'
  if (view === null) return unlinked
  const first = firstClosed(view, since)
  if (first !== undefined) return first.netCents > 0 ? 'won' : 'lost'
  if (view.positions.some(({ external }) => !external)) return 'open'
  if (!view.links.some(({ state }) => state === 'live')) return unlinked
  return stageOf(view)
}

/** Newest first; other money's trades are closed, too, and were before. */
const firstClosed = ({ kind, closed }: WarRoomView, since: GuideSince | null) =>
  since !== null && since.kind === kind
    ? closed.findLast(({ closeMs }) => closeMs > since.marketMs)
    : undefined

function stageOf({ missions, fire }: WarRoomView): GuideStage {
  const underWay = missions.find(({ state }) => state === 'fired')
  if (underWay !== undefined) return underWay.orderState === 'waiting' ? 'waits' : 'sent'
  if (fire.paused) return 'paused'
  const pending = missions.filter(({ state }) => state === 'pending')
  if (pending.length === 0) return 'waiting'
  if (fire.selector === 'SAFE') return 'safe'
  return pending.some(canBeFired) ? 'fire' : 'denied'
}

const canBeFired = ({ shot }: MissionView): boolean => shot !== null
