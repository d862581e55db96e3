import { useCallback, useEffect, useState } from 'react'

type Answered<T> = Readonly<{ is: 'answer'; value: T }> | Readonly<{ is: 'failed'; text: string }>

export type Read<T> = Readonly<{
  /** The last answer; null before the first. */
  value: T | null
  /** Why there is no newer one. */
  problem: string | null
  read: () => void
}>

/** An answer of the archive, read again whenever `ask` or `news` changes. What it was before stays until there is a newer one. */
export function useArchive<T>(ask: () => Promise<Answered<T>>, news: unknown): Read<T> {
  const [known, setKnown] = useState<Omit<Read<T>, 'read'>>({ value: null, problem: null })
  const read = useCallback(() => {
    let isCurrent = true
    void ask().then(answer => {
      if (!isCurrent) return
      if (answer.is === 'answer') setKnown({ value: answer.value, problem: null })
      else setKnown(before => ({ ...before, problem: answer.text }))
    })
    return () => {
      isCurrent = false
    }
  }, [ask])
  useEffect(read, [read, news])
  return { ...known, read }
}
