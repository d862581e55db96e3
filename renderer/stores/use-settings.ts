import { useCallback, useEffect, useState } from 'react'
import type { SettingsNow } from '../../engine/contracts/settings-desk.ts'
import { answered } from '../bridge/answered.ts'
import { useDesk } from './desk-context.ts'

type Known = Readonly<{
  /** As they were read last; null before. */
  now: SettingsNow | null
  /** Why they could not be read; null: they could. */
  problem: string | null
}>

export type SettingsRead = Known &
  Readonly<{
    read(): void
    /** Reads them, and resolves to them or to why they could not be read. */
    newest(): Promise<SettingsNow | string>
  }>

/** All settings. Read again whenever `news` changes, since a chat and a command line may change them too. */
export function useSettings(news: unknown = null): SettingsRead {
  const { bridge } = useDesk()
  const [known, setKnown] = useState<Known>({ now: null, problem: null })
  const newest = useCallback(
    (): Promise<SettingsNow | string> =>
      answered(bridge.settings()).then(answer => {
        if ('is' in answer) {
          setKnown(({ now }) => ({ now, problem: answer.text }))
          return answer.text
        }
        setKnown({ now: answer, problem: null })
        return answer
      }),
    [bridge],
  )
  const read = useCallback(() => void newest(), [newest])
  useEffect(read, [read, news])
  return { ...known, read, newest }
}
