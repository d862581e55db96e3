import type { EpochMs } from '../../contracts/primitives.ts'
import type { LocalTime } from '../../ports/index.ts'

/** An hour that daylight saving leaves out counts as the one after it. */
export const localTime: LocalTime = {
  moment(atMs, days, hour) {
    const on = new Date(atMs)
    return new Date(on.getFullYear(), on.getMonth(), on.getDate() + days, hour).getTime() as EpochMs
  },
  weekday: atMs => new Date(atMs).getDay(),
}
