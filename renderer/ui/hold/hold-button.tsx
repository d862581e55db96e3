import { useState } from 'react'
import type { ReactNode } from 'react'
import { look as looks } from '../button.css.ts'
import { HoldPlate } from './hold-plate.tsx'
import { useHold } from './use-hold.ts'
import { useHoldKey } from './use-hold-key.ts'
import * as css from './hold-button.css.ts'

type Props = Readonly<{
  look?: keyof typeof looks
  className?: string
  /** Says that it must be held, and what it does. */
  title: string
  /** A letter that holds it from anywhere in the window, and what is said in large letters meanwhile. */
  hotkey?: Readonly<{ letter: string; holding: string; release: string }>
  onHeld: () => void
  children: ReactNode
}>

/** A button for what can't be taken back: it fills while it is held and acts at the end. */
export function HoldButton({ look = 'quiet', className = '', title, hotkey, onHeld, children }: Props) {
  const [isByKey, setByKey] = useState(false)
  const { phase, press, letGo, handlers } = useHold(
    { begin: () => {}, cancel: () => setByKey(false), done: () => (setByKey(false), onHeld()) },
    true,
  )
  useHoldKey(hotkey?.letter ?? null, () => (setByKey(true), press()), letGo)
  return (
    <>
      <button
        type="button"
        className={`${looks[look]} ${css.hold} ${className}`}
        data-phase={phase}
        title={title}
        aria-keyshortcuts={hotkey?.letter.toUpperCase()}
        {...handlers}
      >
        <span className={css.fill} aria-hidden="true" />
        <span className={css.words}>{children}</span>
        {hotkey !== undefined && (
          <kbd className={css.letter} aria-hidden="true">
            {hotkey.letter}
          </kbd>
        )}
      </button>
      {hotkey !== undefined && isByKey && phase === 'holding' && (
        <HoldPlate words={hotkey.holding} release={hotkey.release} />
      )}
    </>
  )
}
