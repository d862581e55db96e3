import type { ReactNode } from 'react'
import { label, number, tone } from '../theme/type.css.ts'
import type { Tone } from '../theme/type.css.ts'
import * as css from './figure.css.ts'

type Props = Readonly<{
  name: string
  children: ReactNode
  /** Smaller words after or under the value: unit, n, limit. */
  note?: ReactNode
  is?: Tone
  size?: keyof typeof css.value
  title?: string
  /** The note on a line of its own, so that columns stay narrow. */
  isStacked?: boolean
}>

/** One named number. Put several in a `Figures`. */
export function Figure({
  name,
  children,
  note,
  is = 'plain',
  size = 'medium',
  title,
  isStacked = false,
}: Props) {
  return (
    <div className={css.figure} title={title}>
      <dt className={label}>{name}</dt>
      <dd className={`${number} ${tone[is]} ${css.value[size]}`}>
        {children}
        {note !== undefined && <span className={isStacked ? css.noteBelow : css.note}> {note}</span>}
      </dd>
    </div>
  )
}

export function Figures({ children, className = '' }: Readonly<{ children: ReactNode; className?: string }>) {
  return <dl className={`${css.figures} ${className}`}>{children}</dl>
}
