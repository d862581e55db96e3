import { useId, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { liveCopy } from '../copy/live.ts'
import { useViewState } from '../stores/desk-context.ts'
import { showsLive } from '../stores/stakes.ts'
import { Button } from './button.tsx'
import { putInFront } from './sheets.ts'
import * as css from './dialog.css.ts'

type Props = Readonly<{
  isOpen: boolean
  title: string
  /** On the button that leaves everything as it is. Escape does the same. */
  closeWord: string
  width: keyof typeof css.dialog
  onClose: () => void
  children: ReactNode
}>

/** A sheet over the room. What is behind it waits, and gets the focus back; its body is made anew each time. */
export function Dialog({ isOpen, title, closeWord, width, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const isLive = useViewState(showsLive)
  // Before the effects of the body, which may put the focus elsewhere than on the first button.
  useLayoutEffect(() => {
    const sheet = dialog.current
    if (sheet === null) return undefined
    if (!isOpen) return sheet.close()
    sheet.showModal()
    return putInFront(sheet)
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      className={`${css.dialog[width]} ${isLive ? css.forReal : ''}`}
      aria-labelledby={heading}
      // It is told late: a sheet that has been opened again by then stays.
      onClose={({ currentTarget }) => currentTarget.open || onClose()}
    >
      {isOpen && (
        <>
          <div className={css.head}>
            <h2 id={heading} className={css.title}>
              {title}
            </h2>
            {isLive && <strong className={css.live}>{liveCopy.word}</strong>}
            <Button look="small" onClick={onClose}>
              {closeWord}
            </Button>
          </div>
          {children}
        </>
      )}
    </dialog>
  )
}
