import { useState } from 'react'
import type { FormEvent } from 'react'
import { settingsCopy } from '../../copy/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { matchTyped } from '../../ui/typed-words/typed-match.ts'
import { TypedPhrase } from '../../ui/typed-words/typed-phrase.tsx'
import * as css from './settings.css.ts'
import type { Asking } from './use-asking.ts'

/** What the desk said to a wish, where it was made. */
export function SaidToIt({ asking, onLeave }: Readonly<{ asking: Asking; onLeave: () => void }>) {
  const { said } = asking
  switch (said?.is) {
    case 'done':
      return (
        <p className={css.done} role="status">
          {said.text}
        </p>
      )
    case 'refused':
      return (
        <div className={css.refused}>
          <Refusals sentences={[said.text]} />
        </div>
      )
    case 'confirm':
      return (
        <Words key={said.phrase} phrase={said.phrase} text={said.text} asking={asking} onLeave={onLeave} />
      )
    default:
      return null
  }
}

type Props = Readonly<{ phrase: string; text: string; asking: Asking; onLeave: () => void }>

/** What it leads to, and the words that it wants. */
function Words({ phrase, text, asking, onLeave }: Props) {
  const [typed, type] = useState('')
  const match = matchTyped(phrase, typed)
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (match.is === 'done') asking.confirm(typed.trim())
  }
  return (
    <form className={css.confirm} aria-label={settingsCopy.wantsWords} onSubmit={submit}>
      <p>{text}</p>
      <TypedPhrase phrase={phrase} typed={typed} match={match} onType={type} />
      <div className={css.row}>
        <Button look="danger" type="submit" disabled={match.is !== 'done'}>
          {settingsCopy.send}
        </Button>
        <Button onClick={onLeave}>{settingsCopy.leave}</Button>
      </div>
    </form>
  )
}
