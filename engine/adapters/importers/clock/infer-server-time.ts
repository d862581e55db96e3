import type { ServerTime } from '../../../contracts/server-time.ts'
import type { FaultTally } from '../checks/fault-tally.ts'
import type { FilePart } from '../files/file-part.ts'
import type { Format } from '../formats/format.ts'
import { Unusable } from '../refusal.ts'
import { describeServerTime } from './server-clock.ts'
import { fittingWeekends, weekendsIn } from './weekends.ts'

/** The usual ones first: where several fit a file, they agree on all of it. */
const SERVER_TIMES: readonly ServerTime[] = [
  'newYorkClose',
  'easternEurope',
  ...Array.from({ length: 27 }, (_, index) => index - 12),
]

/**
 * The clock of a broker's server: the one on which every week-end of the file is the market's. Throws `Unusable` when
 * the file has no week-end, or no clock fits them all.
 */
export async function inferServerTime(
  part: FilePart,
  format: Format,
  tally: FaultTally,
): Promise<ServerTime> {
  const weekends = await weekendsIn(part, format)
  const time = SERVER_TIMES.find(candidate => fittingWeekends(weekends, candidate) === weekends.length)
  if (weekends.length === 0 || time === undefined)
    throw new Unusable(
      'UNKNOWN_SERVER_TIME',
      `${part.label} is in the time of the broker's server, and ${
        time === undefined ? 'its weeks begin as on no known one' : 'no week-end in it shows which that is'
      }. Say how many hours that server is ahead of UTC`,
    )
  tally.note('CLOCK', part.label, `its weeks begin as on a clock ${describeServerTime(time)}: read as that`)
  return time
}

const EASTERN_STANDARD = -5

/**
 * HistData says that it keeps Eastern Standard Time in summer too, and some of its years do. In others (all of 2018) the
 * week-ends and the payrolls at 08:30 are on New York's own clock. The file's week-ends decide; in doubt HistData does.
 */
export async function inferEasternTime(
  part: FilePart,
  format: Format,
  tally: FaultTally,
): Promise<ServerTime> {
  const weekends = await weekendsIn(part, format)
  const newYork = fittingWeekends(weekends, 'newYork')
  if (newYork <= fittingWeekends(weekends, EASTERN_STANDARD)) return EASTERN_STANDARD
  tally.note(
    'CLOCK',
    part.label,
    `${newYork} of its ${weekends.length} week-ends are on New York's own clock: read as that`,
  )
  return 'newYork'
}
