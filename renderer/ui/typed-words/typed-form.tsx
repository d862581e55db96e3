import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { WindowCommand } from '../../../engine/contracts/window-bridge.ts'
import { typedCopy } from '../../copy/typed.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { Button } from '../button.tsx'
import * as dialog from '../dialog-body.css.ts'
import { Refusals } from '../refusals.tsx'
import { matchTyped } from './typed-match.ts'
import { TypedPhrase } from './typed-phrase.tsx'

type Props = Readonly<{
  phrase: string
  /** On the button that sends it. */
  send: string
  command: (typed: string) => WindowCommand
  onDone: () => void
  /** What it is about and what it leads to, read before the words. */
  children: ReactNode
}>

/** A command for which words are typed, letter by letter. Refused, it says why in its own place. */
export function TypedForm({ phrase, send, command, onDone, children }: Props) {
  const { tryOrder } = useDesk()
  const [typed, setTyped] = useState('')
  const [isSending, setSending] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const match = matchTyped(phrase, typed)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (match.is !== 'done' || isSending) return
    setSending(true)
    const said = await tryOrder(command(typed.trim()))
    setSending(false)
    setRefusals(said)
    if (said.length === 0) onDone()
  }

  return (
    <form className={dialog.body} onSubmit={event => void submit(event)}>
      {children}
      <TypedPhrase phrase={phrase} typed={typed} match={match} onType={setTyped} />
      <Refusals sentences={refusals} />
      <Button look="danger" type="submit" className={dialog.send} disabled={match.is !== 'done' || isSending}>
        {isSending ? typedCopy.sending : send}
      </Button>
    </form>
  )
}
