import { Button } from '../../../ui/button.tsx'
import * as css from './reports.css.ts'

type Props<T extends string> = Readonly<{
  name: string
  words: Readonly<Record<T, string>>
  chosen: T
  onChoose: (chosen: T) => void
}>

/** One of a few. */
export function Keys<T extends string>({ name, words, chosen, onChoose }: Props<T>) {
  const isKey = (key: string): key is T => Object.hasOwn(words, key)
  return (
    <div className={css.keys} role="group" aria-label={name}>
      {Object.keys(words)
        .filter(isKey)
        .map(key => (
          <Button key={key} look="small" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
            {words[key]}
          </Button>
        ))}
    </div>
  )
}
