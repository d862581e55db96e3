import type { ReactNode } from 'react'
import * as css from './chip.css.ts'

type Props = Readonly<{ is?: keyof typeof css.chip; title?: string | undefined; children: ReactNode }>

export function Chip({ is = 'plain', title, children }: Props) {
  return (
    <span className={css.chip[is]} title={title}>
      {children}
    </span>
  )
}
