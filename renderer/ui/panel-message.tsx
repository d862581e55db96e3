import type { ReactNode } from 'react'
import * as css from './panel-message.css.ts'

type Props = Readonly<{
  tone: keyof typeof css.tone
  /** What is the case. */
  text: string
  /** What happens next, or what to do. */
  next: string
  /** Drawn instead of the usual small sign. */
  sign?: ReactNode
  children?: ReactNode
}>

/** What a panel says when it has nothing to show: the case, and the next step. Never a filler number. */
export function PanelMessage({ tone, text, next, sign, children }: Props) {
  return (
    <div className={css.message} role={tone === 'error' ? 'alert' : undefined}>
      {sign ?? <span className={css.tone[tone]} aria-hidden="true" />}
      <p className={css.text}>{text}</p>
      <p className={css.next}>{next}</p>
      {children}
    </div>
  )
}
