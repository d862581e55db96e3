import { useCallback } from 'react'
import type { LabMarket } from '../../../engine/contracts/lab-runs.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { useArchive, type Read } from '../../stores/use-archive.ts'

/** The minutes that the desk has kept. */
export function useKept(): Read<LabMarket> {
  const { bridge } = useDesk()
  const ask = useCallback(() => bridge.ask<'labMarket'>({ kind: 'labMarket' }), [bridge])
  return useArchive(ask, null)
}
