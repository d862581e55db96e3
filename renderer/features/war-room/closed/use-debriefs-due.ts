import { useCallback, useMemo } from 'react'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { useArchive } from '../../../stores/use-archive.ts'

/** Orders whose trades nobody has debriefed; none until the record has answered. */
export function useDebriefsDue() {
  const { bridge } = useDesk()
  const kind = useView(view => view.kind)
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(
    () =>
      kind === null
        ? Promise.resolve({ is: 'answer', value: { trades: [] } } as const)
        : bridge.ask<'debriefsDue'>({ kind: 'debriefsDue', account: kind }),
    [bridge, kind],
  )
  const { value, read } = useArchive(ask, newest)
  const due = useMemo(() => new Set<string>(value?.trades.map(({ order }) => order)), [value])
  return { due, read }
}
