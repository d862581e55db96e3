import { useCallback } from 'react'
import type { AccountKind } from '../../../../engine/contracts/primitives.ts'
import type { EquityCurve } from '../../../../engine/contracts/queries.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { useArchive, type Read } from '../../../stores/use-archive.ts'

const POINTS = 300

/** The archive's equity curve of this kind of account, read again whenever a trade is closed. */
export function useEquityCurve(account: AccountKind): Read<EquityCurve> {
  const { bridge } = useDesk()
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(
    () => bridge.ask<'equityCurve'>({ kind: 'equityCurve', account, points: POINTS }),
    [bridge, account],
  )
  return useArchive(ask, newest)
}
