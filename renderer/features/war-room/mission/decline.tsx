import { useState } from 'react'
import type { FormEvent } from 'react'
import { declineCopy } from '../../../copy/mission.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'
import { useEscape } from '../../../ui/use-escape.ts'
import { label } from '../../../theme/type.css.ts'
import * as css from './decline.css.ts'

/** Declining is a decision too, and has a reason that is remembered. */
export function Decline({ mission }: Readonly<{ mission: string }>) {
  const { giveOrder } = useDesk()
  const [isOpen, setOpen] = useState(false)
  useEscape(isOpen, () => setOpen(false))
  const decline = (reason: string) => void giveOrder({ kind: 'declineMission', mission, reason })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const reason = new FormData(event.currentTarget).get('reason')
    if (typeof reason === 'string' && reason.trim() !== '') decline(reason.trim())
  }

  if (!isOpen)
    return (
      <Button look="small" onClick={() => setOpen(true)}>
        {declineCopy.open}
      </Button>
    )
  return (
    <form className={css.sheet} onSubmit={submit} aria-label={declineCopy.title}>
      <p className={label}>{declineCopy.title}</p>
      {declineCopy.reasons.map((reason, index) => (
        <Button
          key={reason}
          look="small"
          className={css.reason}
          autoFocus={index === 0}
          onClick={() => decline(reason)}
        >
          {reason}
        </Button>
      ))}
      <input
        className={css.other}
        name="reason"
        maxLength={200}
        placeholder={declineCopy.other}
        aria-label={declineCopy.other}
      />
      <div className={css.foot}>
        <Button look="small" type="submit">
          {declineCopy.send}
        </Button>
        <Button look="small" onClick={() => setOpen(false)}>
          {declineCopy.keep}
        </Button>
      </div>
    </form>
  )
}
