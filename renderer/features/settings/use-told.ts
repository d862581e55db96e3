import { useCallback } from 'react'
import type { CallFailed } from '../../../engine/contracts/window-bridge.ts'
import { answered } from '../../bridge/answered.ts'
import { useArchive } from '../../stores/use-archive.ts'
import type { Read } from '../../stores/use-archive.ts'

/** What the host tells besides what holds, read again whenever `ask` or `news` changes. */
export function useTold<T extends object>(ask: () => Promise<T | CallFailed>, news: unknown): Read<T> {
  const told = useCallback(async () => {
    const answer = await answered(ask())
    return isFailure(answer) ? answer : { is: 'answer' as const, value: answer }
  }, [ask])
  return useArchive(told, news)
}

const isFailure = (answer: object): answer is CallFailed => 'is' in answer
