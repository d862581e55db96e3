import type { KeyboardEvent } from 'react'
import type { Selector as SelectorPosition } from '../../../../engine/contracts/vocabulary.ts'
import { fireControlCopy } from '../../../copy/command-bar.ts'
import { selectorWords } from '../../../copy/words.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'
import * as css from './fire-control.css.ts'

const POSITIONS: readonly SelectorPosition[] = ['SAFE', 'SELECT', 'AUTO']
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Moves the focus along the group and turns nothing: a weapon's selector isn't turned by passing over it. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = STEPS[event.key]
  if (step === undefined) return
  event.preventDefault()
  const keys = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])]
  const at = keys.indexOf(event.currentTarget)
  keys.at((at + step) % keys.length)?.focus()
}

/** Who may fire. Arrow keys move between the positions; Space or Enter turns the switch. */
export function Selector() {
  const { giveOrder } = useDesk()
  const current = useView(view => view.fire.selector)
  return (
    <div className={css.selector} role="radiogroup" aria-label={fireControlCopy.selector}>
      {POSITIONS.map(position => (
        <Button
          key={position}
          role="radio"
          className={css.position}
          aria-checked={position === current}
          tabIndex={position === current ? 0 : -1}
          title={selectorWords[position].meaning}
          onKeyDown={moveFocus}
          onClick={() => void giveOrder({ kind: 'setSelector', selector: position })}
        >
          {selectorWords[position].text}
        </Button>
      ))}
    </div>
  )
}
