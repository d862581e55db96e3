import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, SyntheticEvent } from 'react'
import { putInFront } from '../../ui/sheets.ts'

/** A sheet in front of everything, which nothing shuts but its own buttons: Escape is not a way to miss what is at stake. */
export function useStepSheet() {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const sheet = ref.current
    if (sheet === null) return undefined
    sheet.showModal()
    const away = putInFront(sheet)
    return () => {
      away()
      sheet.close()
    }
  }, [])
  return {
    ref,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') event.preventDefault()
    },
    onCancel: (event: SyntheticEvent) => event.preventDefault(),
  }
}
