import { useRef, useState, type DragEvent } from 'react'
import { cardsCopy } from '../../copy/cards.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CheckResult } from './check-result.tsx'
import { useCheck } from './use-check.ts'
import * as css from './verify.css.ts'

/** Takes anybody's card and says who signed what. Nothing leaves this computer. */
export function Verify() {
  const [checked, check] = useCheck()
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const take = (file: File | null | undefined) => {
    setIsOver(false)
    if (file) check(file)
  }
  return (
    <Panel title={cardsCopy.check} source="ledger" aside={cardsCopy.checkAside} bare>
      <div
        className={css.drop}
        data-over={isOver}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={event => {
          event.preventDefault()
          take(event.dataTransfer.files.item(0))
        }}
      >
        <p className={css.dropText}>{cardsCopy.drop}</p>
        <p className={css.note}>{cardsCopy.dropNext}</p>
        <Button look="small" onClick={() => input.current?.click()}>
          {cardsCopy.choose}
        </Button>
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          aria-label={cardsCopy.choose}
          hidden
          onChange={event => {
            take(event.currentTarget.files?.item(0))
            // The same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </div>
      <div className={css.result} aria-live="polite" role="group" aria-label={cardsCopy.check} tabIndex={0}>
        <CheckResult checked={checked} />
      </div>
    </Panel>
  )
}
