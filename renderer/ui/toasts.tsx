import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import { toastCopy } from '../copy/toasts.ts'
import { useDesk } from '../stores/desk-context.ts'
import type { Toast } from '../stores/toast-store.ts'
import { openSheets } from './sheets.ts'
import * as css from './toasts.css.ts'

const INFO_SHOWN_MS = 7_000

/**
 * What has just happened. Good news leaves by itself; what is wrong stays until it is dismissed, over an open sheet too: it is
 * drawn inside the one in front.
 */
export function Toasts() {
  const { toasts } = useDesk()
  const shown = useStore(toasts, state => state.toasts)
  const sheet = useStore(openSheets, sheets => sheets.at(-1))
  const stack = useRef<HTMLDivElement>(null)
  // Last come is on top: what a key did over an open sheet is read in front of it.
  useEffect(() => {
    stack.current?.hidePopover()
    stack.current?.showPopover()
  }, [shown, sheet])
  const drawn = (
    <div
      ref={stack}
      popover="manual"
      className={css.stack}
      role="log"
      aria-label={toastCopy.region}
      aria-live="polite"
    >
      {shown.map(toast => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
  return sheet === undefined ? drawn : createPortal(drawn, sheet)
}

function ToastCard({ toast }: Readonly<{ toast: Toast }>) {
  const { toasts } = useDesk()
  const dismiss = () => toasts.dismiss(toast.id)

  useEffect(() => {
    if (toast.level !== 'info') return
    const timer = setTimeout(() => toasts.dismiss(toast.id), INFO_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast, toasts])

  return (
    <div className={css.card[toast.level]} data-level={toast.level}>
      <span className={css.word[toast.level]}>{toastCopy.level[toast.level]}</span>
      <p className={css.text}>{toast.text}</p>
      <button
        type="button"
        className={css.dismiss}
        onClick={dismiss}
        aria-label={toastCopy.dismiss(toast.text)}
      >
        ×
      </button>
    </div>
  )
}
