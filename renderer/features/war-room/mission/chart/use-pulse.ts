import type { Mission } from '../../../../../engine/contracts/mission.ts'
import { useViewState } from '../../../../stores/desk-context.ts'

/** `live`: it moves. `stale`: it was. `elsewhere`: another terminal is shown. */
export type Pulse = 'live' | 'stale' | 'elsewhere'

/** Whether the market of a mission is heard in this window. */
export function usePulse({ terminal, pair }: Pick<Mission, 'terminal' | 'pair'>): Pulse {
  return useViewState(({ view, trouble, silent }) => {
    const link = view?.links.find(each => each.terminal === terminal)
    if (trouble !== null || silent || link?.state !== 'live') return 'stale'
    if (view?.shown !== terminal) return 'elsewhere'
    return view.prices[pair]?.stale === false ? 'live' : 'stale'
  })
}
