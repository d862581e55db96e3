import { useEffect, useId, useRef } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { WindowCommand } from '../../../../engine/contracts/window-bridge.ts'
import { changeCopy } from '../../../copy/positions.ts'
import { useSending } from '../../../stores/use-sending.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusals } from '../../../ui/refusals.tsx'
import { label } from '../../../theme/type.css.ts'
import * as css from './change-form.css.ts'

type Props = Readonly<{
  title: string
  field: string
  text: string
  /** What stands there now, shown while nothing is typed. */
  example: string
  onText: (text: string) => void
  /** A button for what is wanted most. */
  quick: ReactNode
  /** What it would come to, or why it can't be sent. */
  children: ReactNode
  send: string
  /** Null while it can't be sent. */
  command: WindowCommand | null
  onSent: () => void
  isFirst?: boolean
}>

/** One change: what is wanted, what it would come to, and the button that sends it. Refused, it says why in its own place. */
export function ChangeForm(props: Props) {
  const {
    title,
    field,
    text,
    example,
    onText,
    quick,
    children,
    send,
    command,
    onSent,
    isFirst = false,
  } = props
  const outcome = useId()
  const form = useRef<HTMLFormElement>(null)
  const { isSending, refusals, send: give, forget } = useSending(onSent)
  useEffect(() => {
    if (refusals.length > 0) form.current?.scrollIntoView({ block: 'nearest' })
  }, [refusals])

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (command !== null) give(command)
  }

  return (
    <form ref={form} className={css.form} aria-label={title} onSubmit={submit}>
      <p className={label}>{title}</p>
      <div className={css.entry}>
        <input
          className={css.field}
          value={text}
          placeholder={example}
          inputMode="decimal"
          autoComplete="off"
          autoFocus={isFirst}
          aria-label={field}
          aria-describedby={outcome}
          maxLength={18}
          onChange={event => (forget(), onText(event.currentTarget.value))}
        />
        {quick}
      </div>
      <div id={outcome} className={css.outcome}>
        {children}
      </div>
      <Refusals sentences={refusals} />
      <Button look="smallGold" type="submit" disabled={command === null || isSending}>
        {isSending ? changeCopy.sending : send}
      </Button>
    </form>
  )
}
