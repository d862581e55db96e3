import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { WindowCommand } from '../../../engine/contracts/window-bridge.ts'
import { typedCopy } from '../../copy/typed.ts'
import { useSending } from '../../stores/use-sending.ts'
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
  const [typed, setTyped] = useState('')
  const { isSending, refusals, send: give } = useSending(onDone)
  const match = matchTyped(phrase, typed)

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (match.is === 'done') give(command(typed.trim()))
  }

  return (
    <form className={dialog.body} onSubmit={submit}>
      {children}
      <TypedPhrase phrase={phrase} typed={typed} match={match} onType={setTyped} />
      <Refusals sentences={refusals} />
      <Button look="danger" type="submit" className={dialog.send} disabled={match.is !== 'done' || isSending}>
        {isSending ? typedCopy.sending : send}
      </Button>
    </form>
  )
}
