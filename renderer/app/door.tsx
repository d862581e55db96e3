import type { ComponentProps } from 'react'
import * as css from './rail.css.ts'

type Props = ComponentProps<'button'> & Readonly<{ word: string; sign: string }>

/** A key of the rail: its sign, and its word where there is room. */
export function Door({ word, sign, ...rest }: Props) {
  return (
    <button type="button" className={css.door} {...rest}>
      <svg className={css.sign} viewBox="0 0 16 16" aria-hidden="true">
        <path d={sign} />
      </svg>
      <span className={css.word}>{word}</span>
    </button>
  )
}
