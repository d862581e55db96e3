import type { ReactNode } from 'react'
import type { Measured } from '../../../engine/contracts/proving.ts'
import { debriefCopy } from '../../copy/debrief.ts'
import { label, number } from '../../theme/type.css.ts'
import { placeOn, verdictOf, type Scale } from './scale.ts'
import * as css from './interval-row.css.ts'

type Props = Readonly<{
  name: string
  figure: Measured
  scale: Scale
  text: (value: number) => string
  note: ReactNode
}>

/** A figure, and beneath its words the interval as a band on a scale; a line through it is what it must be beyond. */
export function IntervalRow({ name, figure, scale, text, note }: Props) {
  const { value, low, high } = figure
  const verdict = verdictOf(figure, scale)
  return (
    <div className={css.row}>
      <dt className={`${label} ${css.name}`}>{name}</dt>
      <dd className={`${number} ${css.value[verdict]}`}>{value === null ? debriefCopy.none : text(value)}</dd>
      <dd className={css.note}>
        {low === null || high === null ? debriefCopy.noInterval : debriefCopy.interval(text(low), text(high))}{' '}
        · {note}
      </dd>
      <dd className={css.track} aria-hidden="true">
        {low !== null && high !== null && (
          <span
            className={css.band[verdict]}
            style={{ left: `${placeOn(scale, low)}%`, right: `${100 - placeOn(scale, high)}%` }}
          />
        )}
        {scale.mark !== null && (
          <span className={css.mark} style={{ left: `${placeOn(scale, scale.mark)}%` }} />
        )}
        {value !== null && <span className={css.point} style={{ left: `${placeOn(scale, value)}%` }} />}
      </dd>
    </div>
  )
}

/** A figure that has no interval yet, because too little has happened. */
export function FewRow({ name, note }: Readonly<{ name: string; note: string }>) {
  return (
    <div className={css.row}>
      <dt className={`${label} ${css.name}`}>{name}</dt>
      <dd className={css.few}>{debriefCopy.tooFew}</dd>
      <dd className={css.note}>{note}</dd>
      <dd className={css.track} aria-hidden="true" />
    </div>
  )
}
