import { useCallback, useEffect, useState } from 'react'
import type { AccountKind } from '../../../../engine/contracts/primitives.ts'
import type { EquityCurve } from '../../../../engine/contracts/queries.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'

const POINTS = 300

export type Curve = Readonly<{
  /** The last answer; null before the first. */
  value: EquityCurve | null
  /** Why there is no newer one. */
  problem: string | null
  read: () => void
}>

/** The archive's equity curve of this kind of account, read again whenever a trade is closed. */
export function useEquityCurve(account: AccountKind): Curve {
  const { bridge } = useDesk()
  const newest = useView(view => view.closed[0]?.order)
  const [curve, setCurve] = useState<Omit<Curve, 'read'>>({ value: null, problem: null })

  const read = useCallback(() => {
    let isCurrent = true
    const show = (next: (before: Omit<Curve, 'read'>) => Omit<Curve, 'read'>) => {
      if (isCurrent) setCurve(next)
    }
    void bridge
      .ask<'equityCurve'>({ kind: 'equityCurve', account, points: POINTS })
      .then(answer =>
        answer.is === 'answer'
          ? show(() => ({ value: answer.value, problem: null }))
          : show(before => ({ ...before, problem: answer.text })),
      )
    return () => {
      isCurrent = false
    }
  }, [bridge, account])

  useEffect(read, [read, newest])
  return { ...curve, read }
}
