import { HOUR_MS } from '../../domain/market/civil.ts'
import { hourOfWeek } from '../../domain/market/session-clock.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'

const HOURS = 168

/** Minutes of a tape by hour of the week. */
export type HoursOfTape = Readonly<{
  /** Places in the tape, hour by hour. */
  minutes: Int32Array
  /** Where each hour begins in `minutes`, and at the end where the last one ends. */
  bounds: Int32Array
}>

/** Of the first `own` minutes those that open in [fromMs, toMs). */
export function hoursOfTape(
  { openMs }: Pick<MinuteTape, 'openMs'>,
  own: number,
  { fromMs, toMs }: Readonly<{ fromMs: number; toMs: number }>,
): HoursOfTape {
  const hours = new Uint8Array(own)
  const bounds = new Int32Array(HOURS + 1)
  let known = Number.NaN
  let hour = 0
  for (let at = 0; at < own; at++) {
    const timeMs = openMs[at] as number
    if (timeMs < fromMs || timeMs >= toMs) continue
    const now = Math.floor(timeMs / HOUR_MS)
    if (now !== known) {
      known = now
      hour = hourOfWeek(timeMs)
    }
    hours[at] = hour + 1
    bounds[hour + 1] = (bounds[hour + 1] as number) + 1
  }
  for (let k = 0; k < HOURS; k++) bounds[k + 1] = (bounds[k + 1] as number) + (bounds[k] as number)
  const minutes = new Int32Array(bounds[HOURS] as number)
  const next = bounds.slice()
  for (let at = 0; at < own; at++) {
    const of = (hours[at] as number) - 1
    if (of < 0) continue
    const place = next[of] as number
    minutes[place] = at
    next[of] = place + 1
  }
  return { minutes, bounds }
}
