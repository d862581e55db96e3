import type { ReactNode } from 'react'
import { guardsCopy } from '../../../copy/guards.ts'
import { spoken } from '../../../theme/type.css.ts'
import * as css from './guard-strip.css.ts'

type Props = Readonly<{ blocks: boolean; name: string; text: string; children?: ReactNode }>

/** One reason in one line: a sign whose shape says how bad it is, its name, its sentence, and what stands at its end. */
export function GuardLine({ blocks, name, text, children }: Props) {
  const weight = blocks ? 'block' : 'warn'
  return (
    <li className={css.lineOf[weight]} data-blocks={blocks}>
      <span className={css.signOf[weight]} title={blocks ? guardsCopy.blocks : guardsCopy.warns}>
        <span className={spoken}>{blocks ? guardsCopy.blocks : guardsCopy.warns}</span>
      </span>
      <strong className={css.nameOf[weight]}>{name}</strong>
      <span className={css.text}>{text}</span>
      <span className={css.end}>{children}</span>
    </li>
  )
}
