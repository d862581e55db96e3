import { label, number, tone } from '../theme/type.css.ts'
import * as css from './meter.css.ts'

type Props = Readonly<{
  name: string
  /** As it is read: "2 of 6". */
  text: string
  value: number
  limit: number
}>

/** How much of a limit is used. From two thirds it warns, at the limit it is full. */
export function Meter({ name, text, value, limit }: Props) {
  const share = limit > 0 ? Math.min(1, value / limit) : 1
  const level = share >= 1 ? 'full' : share >= 2 / 3 ? 'near' : 'free'
  return (
    <div className={css.meter}>
      <span className={label}>{name}</span>
      <span className={`${number} ${css.text} ${level === 'free' ? tone.plain : tone.warn}`}>{text}</span>
      <div
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(value, limit)}
        aria-valuetext={text}
        className={css.track}
      >
        <div className={css.fill[level]} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
