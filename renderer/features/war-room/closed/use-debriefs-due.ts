import { useCallback } from 'react'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { useArchive } from '../../../stores/use-archive.ts'

const NONE = { is: 'answer', value: { trades: [], done: [] } } as const

/** Which of the last trades wait for their debrief; null: that is not known of this one, or not yet. */
export function useDebriefsDue() {
  const { bridge } = useDesk()
  const kind = useView(view => view.kind)
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(
    () =>
      kind === null
        ? Promise.resolve(NONE)
        : bridge.ask<'debriefsDue'>({ kind: 'debriefsDue', account: kind }),
    [bridge, kind],
  )
  const { value, read } = useArchive(ask, newest)
  const isDue = (order: string): boolean | null => {
    if (value?.trades.some(trade => trade.order === order)) return true
    return value?.done.some(done => done === order) ? false : null
  }
  return { isDue, read }
}
