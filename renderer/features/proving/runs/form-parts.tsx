import { label } from '../../../theme/type.css.ts'
import { Button } from '../../../ui/button.tsx'
import * as css from '../proving.css.ts'

type ChoiceProps<T extends string> = Readonly<{
  name: string
  all: readonly T[]
  words: Readonly<Record<T, string>>
  chosen: T
  choose: (one: T) => void
}>

/** One of a few, all of them seen. */
export function Choice<T extends string>({ name, all, words, chosen, choose }: ChoiceProps<T>) {
  return (
    <div className={css.field} role="group" aria-label={name}>
      <span className={label}>{name}</span>
      <div className={css.row}>
        {all.map(one => (
          <Button key={one} look="small" aria-pressed={one === chosen} onClick={() => choose(one)}>
            {words[one]}
          </Button>
        ))}
      </div>
    </div>
  )
}

type LineProps = Readonly<{
  name: string
  type: 'number' | 'date' | 'text'
  value: string
  fill: (text: string) => void
  hint?: string
}>

export function Line({ name, type, value, fill, hint }: LineProps) {
  return (
    <label className={css.field}>
      <span className={label}>{name}</span>
      <input
        className={css.input}
        type={type}
        value={value}
        placeholder={hint}
        spellCheck={false}
        required={type === 'number'}
        onChange={({ target }) => fill(target.value)}
      />
    </label>
  )
}

type SelectProps = Readonly<{
  name: string
  value: string
  options: readonly Readonly<{ value: string; text: string }>[]
  choose: (value: string) => void
}>

export function Select({ name, value, options, choose }: SelectProps) {
  return (
    <label className={css.field}>
      <span className={label}>{name}</span>
      <select className={css.select} value={value} onChange={({ target }) => choose(target.value)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  )
}
