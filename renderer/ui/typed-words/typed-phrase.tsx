import { useEffect, useId, useRef, useState } from 'react'
import type { ClipboardEvent, DragEvent } from 'react'
import { typedCopy } from '../../copy/typed.ts'
import type { TypedMatch } from './typed-match.ts'
import * as css from './typed-phrase.css.ts'

type Props = Readonly<{ phrase: string; typed: string; match: TypedMatch; onType: (typed: string) => void }>

/** The words, lit up as far as they are typed, and the line that they are typed on. Nothing is pasted or dropped there. */
export function TypedPhrase({ phrase, typed, match, onType }: Props) {
  const [instruction, progress] = [useId(), useId()]
  const [wasPasted, setPasted] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  // What is above it is read first: in a low window it must not scroll away.
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  const rightSoFar = lengthOfRight(match, phrase)
  function refusePaste(event: ClipboardEvent | DragEvent): void {
    event.preventDefault()
    setPasted(true)
  }
  return (
    <div className={css.phrase}>
      <p id={instruction}>{typedCopy.instruction}</p>
      <p className={css.words}>
        <span className={css.right}>{phrase.slice(0, rightSoFar)}</span>
        {phrase.slice(rightSoFar)}
      </p>
      <input
        ref={input}
        className={css.field}
        value={typed}
        aria-label={typedCopy.field}
        aria-describedby={`${instruction} ${progress}`}
        aria-invalid={match.is === 'wrong'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        onChange={event => (setPasted(false), onType(event.currentTarget.value))}
        onPaste={refusePaste}
        onDrop={refusePaste}
      />
      <p id={progress} className={css.progress[match.is]} role="status">
        {wasPasted ? typedCopy.noPaste : progressText(match)}
      </p>
    </div>
  )
}

function lengthOfRight(match: TypedMatch, phrase: string): number {
  if (match.is === 'done') return phrase.length
  if (match.is === 'onTheWay') return phrase.length - match.left
  return match.is === 'wrong' ? match.at - 1 : 0
}

function progressText(match: TypedMatch): string {
  const { progress } = typedCopy
  if (match.is === 'onTheWay') return progress.onTheWay(match.left)
  return match.is === 'wrong' ? progress.wrong(match.at) : progress[match.is]
}
