import { label } from '../../theme/type.css.ts'
import { Button } from '../button.tsx'
import * as css from './note-form.css.ts'

type Props<T extends string> = Readonly<{
  name: string
  /** Every mark there is, in their order. */
  words: Readonly<Record<T, string>>
  chosen: readonly T[]
  most: number
  onChoose: (chosen: T[]) => void
}>

/** Marks that are on or off, at most so many at once. */
export function MarkChoice<T extends string>({ name, words, chosen, most, onChoose }: Props<T>) {
  const isMark = (key: string): key is T => Object.hasOwn(words, key)
  const isFull = chosen.length >= most
  const toggle = (mark: T) =>
    onChoose(chosen.includes(mark) ? chosen.filter(each => each !== mark) : [...chosen, mark])
  return (
    <div className={css.marks} role="group" aria-label={name}>
      <p className={label}>{name}</p>
      <div className={css.choices}>
        {Object.keys(words)
          .filter(isMark)
          .map(mark => (
            <Button
              key={mark}
              look="small"
              aria-pressed={chosen.includes(mark)}
              disabled={isFull && !chosen.includes(mark)}
              onClick={() => toggle(mark)}
            >
              {words[mark]}
            </Button>
          ))}
      </div>
    </div>
  )
}
