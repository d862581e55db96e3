import { label } from '../theme/type.css.ts'
import { Button } from './button.tsx'
import * as css from './choices.css.ts'

type Props<T extends string> = Readonly<{
  name: string
  words: Readonly<Record<T, Readonly<{ text: string; meaning: string }>>>
  options: readonly T[]
  chosen: T
  onChoose: (option: T) => void
}>

/** One of a few, all of them in sight, with what the chosen one means. */
export function Choices<T extends string>({ name, words, options, chosen, onChoose }: Props<T>) {
  return (
    <div className={css.choices} role="group" aria-label={name}>
      <span className={label}>{name}</span>
      <div className={css.row}>
        {options.map(option => (
          <Button key={option} aria-pressed={option === chosen} onClick={() => onChoose(option)}>
            {words[option].text}
          </Button>
        ))}
      </div>
      <p className={css.meaning}>{words[chosen].meaning}</p>
    </div>
  )
}
