import type { ReactNode } from 'react'
import { look as looks } from '../button.css.ts'
import { useHold } from './use-hold.ts'
import * as css from './hold-button.css.ts'

type Props = Readonly<{
  look?: keyof typeof looks
  className?: string
  /** Says that it must be held, and what it does. */
  title: string
  onHeld: () => void
  children: ReactNode
}>

const nothing = () => {}

/** A button for what can't be taken back: it fills while it is held and acts at the end. */
export function HoldButton({ look = 'quiet', className = '', title, onHeld, children }: Props) {
  const { phase, handlers } = useHold({ begin: nothing, cancel: nothing, done: onHeld }, true)
  return (
    <button
      type="button"
      className={`${looks[look]} ${css.hold} ${className}`}
      data-phase={phase}
      title={title}
      {...handlers}
    >
      <span className={css.fill} aria-hidden="true" />
      <span className={css.words}>{children}</span>
    </button>
  )
}
