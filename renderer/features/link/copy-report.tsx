import { useEffect, useState } from 'react'
import type { LinkReport } from '../../../engine/contracts/link-report.ts'
import { clipboardCopy } from '../../copy/clipboard.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { putOnClipboard } from '../../ui/clipboard.ts'
import { reportText } from './report-text.ts'

const SAID_FOR_MS = 4_000

/** The report of the moment of the click: it is a new one every second, so that "Copied" is said for a while and not for as long as it is the newest. */
export function CopyReport({ report }: Readonly<{ report: LinkReport }>) {
  const { toasts } = useDesk()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return undefined
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [isCopied])

  async function copy(): Promise<void> {
    const isDone = await putOnClipboard(reportText(report))
    setCopied(isDone)
    if (!isDone) toasts.raise('error', clipboardCopy.failed)
  }

  return (
    <Button look="small" title={linkPageCopy.copyMeaning} onClick={() => void copy()}>
      {isCopied ? linkPageCopy.copied : linkPageCopy.copy}
    </Button>
  )
}
