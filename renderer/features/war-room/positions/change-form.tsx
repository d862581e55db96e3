import { useEffect, useId, useRef, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { WindowCommand } from '../../../../engine/contracts/window-bridge.ts'
import { changeCopy } from '../../../copy/positions.ts'
import { useDesk } from '../../../stores/desk-context.ts'
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
  const { isSending, refusals, submit, forget } = useSending(command, onSent)
  useEffect(() => {
    if (refusals.length > 0) form.current?.scrollIntoView({ block: 'nearest' })
  }, [refusals])

  return (
    <form ref={form} className={css.form} aria-label={title} onSubmit={event => void submit(event)}>
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

/** Sends the command of a form once at a time, and keeps what was said against it until something else is typed. */
function useSending(command: WindowCommand | null, onSent: () => void) {
  const { tryOrder } = useDesk()
  const [isSending, setSending] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (command === null || isSending) return
    setSending(true)
    const said = await tryOrder(command)
    setSending(false)
    setRefusals(said)
    if (said.length === 0) onSent()
  }
  return { isSending, refusals, submit, forget: () => setRefusals([]) }
}
