import { useCallback } from 'react'
import type { Debrief, DebriefFilter, DebriefScope } from '../../../engine/contracts/debrief.ts'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { useDesk, useView } from '../../stores/desk-context.ts'
import { useArchive, type Read } from '../../stores/use-archive.ts'

export type Choice = Readonly<{ scope: DebriefScope | null; filter: DebriefFilter }>

/** The debrief of one kind of account; read again when a trade closes, or when something else is chosen. */
export function useDebrief(account: AccountKind, { scope, filter }: Choice): Read<Debrief> {
  const { bridge } = useDesk()
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(
    () => bridge.ask<'debrief'>({ kind: 'debrief', account, scope, filter, trials: null }),
    [bridge, account, scope, filter],
  )
  return useArchive(ask, newest)
}
