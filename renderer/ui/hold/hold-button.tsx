import { useState } from 'react'
import type { ReactNode } from 'react'
import { look as looks } from '../button.css.ts'
import { control as marked } from '../control.ts'
import type { ControlName } from '../control.ts'
import { HoldPlate } from './hold-plate.tsx'
import { useHold } from './use-hold.ts'
import { useHoldKey } from './use-hold-key.ts'
import * as css from './hold-button.css.ts'

type Props = Readonly<{
  look?: keyof typeof looks
  className?: string
  control?: ControlName
  /** Says that it must be held, and what it does. */
  title: string
  /** A letter that holds it from anywhere in the window, and what is said in large letters meanwhile. */
  hotkey?: Readonly<{ letter: string; holding: string; release: string }>
  /** While it is not, it can be focused and read, and does nothing. */
  isPossible?: boolean
  onBegin?: () => void
  /** Let go before the time was up. */
  onLetGo?: () => void
  onHeld: () => void
  children: ReactNode
}>

const nothing = () => {}

/** A button for what can't be taken back: it fills while it is held and acts at the end. */
export function HoldButton({
  look = 'quiet',
  className = '',
  control,
  title,
  hotkey,
  isPossible = true,
  onBegin = nothing,
  onLetGo = nothing,
  onHeld,
  children,
}: Props) {
  const [isByKey, setByKey] = useState(false)
  const { phase, press, letGo, handlers } = useHold(
    {
      begin: onBegin,
      cancel: () => (setByKey(false), onLetGo()),
      done: () => (setByKey(false), onHeld()),
    },
    isPossible,
  )
  useHoldKey(hotkey?.letter ?? null, () => (setByKey(true), press()), letGo)
  return (
    <>
      <button
        type="button"
        className={`${looks[look]} ${css.hold} ${className}`}
        data-phase={phase}
        title={title}
        aria-disabled={!isPossible}
        aria-keyshortcuts={hotkey?.letter.toUpperCase()}
        {...(control !== undefined && marked(control))}
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
