import { useCallback } from 'react'
import type { SettingsAnswer } from '../../../engine/contracts/settings-desk.ts'
import type { WarRoomView } from '../../../engine/contracts/views.ts'
import type { CallFailed } from '../../../engine/contracts/window-bridge.ts'
import { answered } from '../../bridge/answered.ts'
import { useDesk, useViewState } from '../../stores/desk-context.ts'
import { useArchive } from '../../stores/use-archive.ts'

/**
 * Why not all of the settings of `revision` hold: what waits for the next trading day, or that the file was changed by hand. The
 * desk is asked to judge a change of nothing, whenever they are others or the day went on.
 */
export function useWaiting(revision: number): string | null {
  const { bridge } = useDesk()
  const news = useViewState(({ view }) => view && dayOf(view))
  const ask = useCallback(async () => {
    const wish = { seen: revision, change: {}, judgeOnly: true }
    return { is: 'answer' as const, value: whyOf(await answered(bridge.changeSettings(wish))) }
  }, [bridge, revision])
  return useArchive(ask, `${revision} ${news}`).value
}

/** Other whenever something may be held back that was not, or let go. */
const dayOf = ({ fire, closed, links }: WarRoomView): string =>
  [closed[0]?.order, fire.lossTodayCents > 0, fire.guards.length, links.length].join()

function whyOf(answer: SettingsAnswer | CallFailed): string | null {
  if (answer.is === 'done') return answer.later ?? null
  // Another revision is read by the page itself; without an answer nothing is known.
  return answer.is === 'refused' && answer.code !== 'REVISION' ? answer.text : null
}
