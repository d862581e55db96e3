import { useEffect, useId, useRef, useState } from 'react'
import type { ClipboardEvent, DragEvent, FormEvent } from 'react'
import type { LinkView } from '../../../../engine/contracts/views.ts'
import { consentCopy } from '../../../copy/live.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusals } from '../../../ui/refusals.tsx'
import { ConsentFigures } from './consent-figures.tsx'
import { matchTyped } from './typed-match.ts'
import type { TypedMatch } from './typed-match.ts'
import * as css from './consent.css.ts'

type Props = Readonly<{ phrase: string; link: LinkView; onGiven: () => void }>

export function ConsentForm({ phrase, link, onGiven }: Props) {
  const { tryOrder } = useDesk()
  const [typed, setTyped] = useState('')
  const [wasPasted, setPasted] = useState(false)
  const [isSending, setSending] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const match = matchTyped(phrase, typed)

  async function give(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (match.is !== 'done' || isSending) return
    setSending(true)
    const said = await tryOrder({ kind: 'giveConsent', terminal: link.terminal, typed: typed.trim() })
    setSending(false)
    setRefusals(said)
    if (said.length === 0) onGiven()
  }
  function refusePaste(event: ClipboardEvent | DragEvent): void {
    event.preventDefault()
    setPasted(true)
  }

  return (
    <form className={css.form} onSubmit={event => void give(event)}>
      <p>{consentCopy.account(link.broker, link.server)}</p>
      <ConsentFigures />
      <p className={css.meaning}>{consentCopy.meaning}</p>
      <Phrase
        phrase={phrase}
        typed={typed}
        match={match}
        hint={wasPasted ? consentCopy.noPaste : null}
        onType={next => (setPasted(false), setTyped(next))}
        onPaste={refusePaste}
      />
      <Refusals sentences={refusals} />
      <Button look="danger" type="submit" className={css.send} disabled={match.is !== 'done' || isSending}>
        {isSending ? consentCopy.sending : consentCopy.send}
      </Button>
    </form>
  )
}

type PhraseProps = Readonly<{
  phrase: string
  typed: string
  match: TypedMatch
  hint: string | null
  onType: (typed: string) => void
  onPaste: (event: ClipboardEvent | DragEvent) => void
}>

/** The words, lit up as far as they are typed, and the line that they are typed on. */
function Phrase({ phrase, typed, match, hint, onType, onPaste }: PhraseProps) {
  const [instruction, progress] = [useId(), useId()]
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const rightSoFar = match.is === 'done' ? phrase.length : lengthOfRight(match, phrase)
  return (
    <div className={css.phrase}>
      <p id={instruction}>{consentCopy.instruction}</p>
      <p className={css.words}>
        <span className={css.right}>{phrase.slice(0, rightSoFar)}</span>
        {phrase.slice(rightSoFar)}
      </p>
      <input
        ref={input}
        className={css.field}
        value={typed}
        aria-label={consentCopy.field}
        aria-describedby={`${instruction} ${progress}`}
        aria-invalid={match.is === 'wrong'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        onChange={event => onType(event.currentTarget.value)}
        onPaste={onPaste}
        onDrop={onPaste}
      />
      <p id={progress} className={css.progress[match.is]} role="status">
        {hint ?? progressText(match)}
      </p>
    </div>
  )
}

function lengthOfRight(match: TypedMatch, phrase: string): number {
  if (match.is === 'onTheWay') return phrase.length - match.left
  return match.is === 'wrong' ? match.at - 1 : 0
}

function progressText(match: TypedMatch): string {
  const { progress } = consentCopy
  if (match.is === 'onTheWay') return progress.onTheWay(match.left)
  return match.is === 'wrong' ? progress.wrong(match.at) : progress[match.is]
}
