import type { MissionView, WarRoomView } from '../../../../engine/contracts/views.ts'
import type { guideCopy } from '../../../copy/onboarding.ts'

export type GuideStage = keyof typeof guideCopy.stages

/** `before`: the trade that was closed last when the guide began; null: none was. */
export function guideStage(view: WarRoomView | null, before: string | null): GuideStage {
  if (view === null) return 'starting'
  const last = view.closed[0]
  if (last !== undefined && last.order !== before) return last.netCents > 0 ? 'won' : 'lost'
  if (view.positions.some(({ external }) => !external)) return 'open'
  if (!view.links.some(({ state }) => state === 'live')) return 'starting'
  return stageOf(view)
}

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
