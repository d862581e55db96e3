import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Selector as SelectorPosition } from '../../../../engine/contracts/vocabulary.ts'
import { autoCopy } from '../../../copy/auto.ts'
import { fireControlCopy } from '../../../copy/command-bar.ts'
import { selectorWords } from '../../../copy/words.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'
import { control } from '../../../ui/control.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { SwitchAutoOn } from './switch-auto-on.tsx'
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

/** Who may fire. Arrow keys move between the positions; Space or Enter turns the switch. AUTO asks before it is set. */
export function Selector() {
  const { giveOrder } = useDesk()
  const current = useView(view => view.fire.selector)
  const [isAsking, setAsking] = useState(false)

  function turnTo(position: SelectorPosition): void {
    if (position !== 'AUTO') void giveOrder({ kind: 'setSelector', selector: position })
    else if (current !== 'AUTO') setAsking(true)
  }

  return (
    <>
      <div className={css.selector} role="radiogroup" aria-label={fireControlCopy.selector}>
        {POSITIONS.map(position => (
          <Button
            key={position}
            {...control(`selector ${position}`)}
            role="radio"
            className={css.position}
            aria-checked={position === current}
            tabIndex={position === current ? 0 : -1}
            title={selectorWords[position].meaning}
            onKeyDown={moveFocus}
            onClick={() => turnTo(position)}
          >
            {selectorWords[position].text}
          </Button>
        ))}
      </div>
      <Dialog
        isOpen={isAsking}
        title={autoCopy.title}
        closeWord={autoCopy.keep(selectorWords[current].text)}
        width="narrow"
        onClose={() => setAsking(false)}
      >
        <SwitchAutoOn onDone={() => setAsking(false)} />
      </Dialog>
    </>
  )
}
