import { useCallback } from 'react'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import type { TradesPage } from '../../../engine/contracts/queries.ts'
import { useDesk, useView } from '../../stores/desk-context.ts'
import { useArchive, type Read } from '../../stores/use-archive.ts'

const LIMIT = 100

/** A page of closed trades of this kind of account, newest first, read again whenever a trade is closed. */
export function useTrades(account: AccountKind, beforeSeq: number | null): Read<TradesPage> {
  const { bridge } = useDesk()
  const newest = useView(view => view.closed[0]?.dealOut)
  const ask = useCallback(
    () => bridge.ask<'tradesPage'>({ kind: 'tradesPage', account, beforeSeq, limit: LIMIT }),
    [bridge, account, beforeSeq],
  )
  return useArchive(ask, newest)
}
