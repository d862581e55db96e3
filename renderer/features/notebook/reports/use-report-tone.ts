import { useEffect, useRef, useState } from 'react'
import type { ReportTone } from '../../../../engine/contracts/reports.ts'
import { useDesk } from '../../../stores/desk-context.ts'

/** The tone of the settings, and a way to change it there. Until they are read, and where they cannot be, it is the balanced one. */
export function useReportTone() {
  const { bridge, toasts } = useDesk()
  const [tone, setTone] = useState<ReportTone>('balanced')
  const seen = useRef<number | null>(null)
  useEffect(() => {
    void bridge.settings().then(answer => {
      if ('is' in answer) return
      seen.current = answer.revision
      setTone(answer.settings.reportTone)
    })
  }, [bridge])

  async function choose(reportTone: ReportTone): Promise<void> {
    setTone(reportTone)
    if (seen.current === null) return
    const answer = await bridge.changeSettings({ seen: seen.current, change: { reportTone } })
    if (answer.is === 'done') seen.current = answer.revision
    else toasts.raise('error', answer.text)
  }
  return { tone, choose: (reportTone: ReportTone) => void choose(reportTone) }
}
