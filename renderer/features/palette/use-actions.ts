import { useMemo } from 'react'
import { useDesk, useViewState } from '../../stores/desk-context.ts'
import type { Action, Pages } from './action.ts'
import { actionsOf } from './actions.ts'
import { handsOf } from './hands.ts'

/** All that can be asked for, as the view is now. */
export function useActions(pages: Pages): readonly Action[] {
  const desk = useDesk()
  const state = useViewState(now => now)
  const hands = useMemo(() => handsOf(desk), [desk])
  return actionsOf(hands, { state, pages })
}
