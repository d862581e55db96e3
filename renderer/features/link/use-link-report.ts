import { useEffect, useState } from 'react'
import type { LinkReport } from '../../../engine/contracts/link-report.ts'
import { answered } from '../../bridge/answered.ts'
import { useDesk } from '../../stores/desk-context.ts'

const EVERY_MS = 1_000
/** An answer takes milliseconds; after so long what stands on the page is old. */
const LATE_MS = 3_000

export type KnownLinks = Readonly<{
  report: LinkReport | null
  /** Why there is no newer one. */
  problem: string | null
  isLate: boolean
}>

const NOTHING: KnownLinks = { report: null, problem: null, isLate: false }

/** Asked for each second while the page is open, one question at a time. */
export function useLinkReport(): KnownLinks & Readonly<{ read: () => void }> {
  const { bridge } = useDesk()
  const [known, setKnown] = useState(NOTHING)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let next: ReturnType<typeof setTimeout> | undefined
    let late: ReturnType<typeof setTimeout> | undefined
    let isHere = true
    const later = () => {
      next = setTimeout(() => void ask(), EVERY_MS)
    }
    async function ask(): Promise<void> {
      // A window in the tray is read by nobody.
      if (document.hidden) return later()
      late = setTimeout(() => setKnown(before => ({ ...before, isLate: true })), LATE_MS)
      const answer = await answered(bridge.linkReport())
      clearTimeout(late)
      if (!isHere) return
      if ('is' in answer) setKnown(({ report }) => ({ report, problem: answer.text, isLate: true }))
      else setKnown({ report: answer, problem: null, isLate: false })
      later()
    }
    void ask()
    return () => {
      isHere = false
      clearTimeout(next)
      clearTimeout(late)
    }
  }, [bridge, tries])
  return { ...known, read: () => setTries(count => count + 1) }
}
