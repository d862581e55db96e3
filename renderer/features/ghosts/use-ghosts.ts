import { useCallback } from 'react'
import type { GhostReport } from '../../../engine/contracts/ghosts.ts'
import type { AccountKind, EpochMs } from '../../../engine/contracts/primitives.ts'
import { useDesk, useViewState } from '../../stores/desk-context.ts'
import { useArchive, type Read } from '../../stores/use-archive.ts'

/** Market time, [fromMs, toMs). */
export type Span = Readonly<{ fromMs: number; toMs: number }>

export const WHOLE: Span = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER }

/** The ghosts of one kind of account; read again when a trade closes or a mission goes. */
export function useGhosts(account: AccountKind, { fromMs, toMs }: Span): Read<GhostReport> {
  const { bridge } = useDesk()
  const news = useViewState(({ view }) => `${view?.closed[0]?.order} ${view?.missions[0]?.mission.id}`)
  const ask = useCallback(
    () => bridge.ask<'ghosts'>({ kind: 'ghosts', account, fromMs: fromMs as EpochMs, toMs: toMs as EpochMs }),
    [bridge, account, fromMs, toMs],
  )
  return useArchive(ask, news)
}
