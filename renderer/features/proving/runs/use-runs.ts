import { useCallback } from 'react'
import type { LabView, RunKey } from '../../../../engine/contracts/lab-desk.ts'
import type { LabCompareAnswer, LabRunAnswer, LabRuns } from '../../../../engine/contracts/lab-runs.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { useArchive, type Read } from '../../../stores/use-archive.ts'

export const runName = ({ trial, seed }: RunKey): string => `${trial}/${seed}`

/** Read again when a run of this desk has ended. */
export function useRuns(lab: LabView | null): Read<LabRuns> {
  const { bridge } = useDesk()
  const ask = useCallback(() => bridge.ask<'labRuns'>({ kind: 'labRuns' }), [bridge])
  return useArchive(ask, lab?.last?.endedMs)
}

export function useStory(run: RunKey): Read<LabRunAnswer> {
  const { bridge } = useDesk()
  const { trial, seed } = run
  const ask = useCallback(
    () => bridge.ask<'labRun'>({ kind: 'labRun', run: { trial, seed } }),
    [bridge, trial, seed],
  )
  return useArchive(ask, null)
}

export function useComparison(runs: readonly RunKey[]): Read<LabCompareAnswer> {
  const { bridge } = useDesk()
  const ask = useCallback(
    () => bridge.ask<'labCompare'>({ kind: 'labCompare', runs: [...runs] }),
    [bridge, runs],
  )
  return useArchive(ask, null)
}
