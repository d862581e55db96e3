import type { ServerTime } from '../../../contracts/server-time.ts'
import { FaultTally } from '../checks/fault-tally.ts'
import type { FilePart } from '../files/file-part.ts'
import type { Format } from '../formats/format.ts'
import { timeParser, type TimeRow } from '../formats/time-parser.ts'
import { readRows } from '../rows/read-rows.ts'
import { marketHours } from './market-week.ts'
import { serverClock } from './server-clock.ts'

const HOUR_MS = 3_600_000
/** A silence this long is a plain week-end; one with a holiday beside it is longer and tells nothing. */
const SHORTEST_MS = 44 * HOUR_MS
const LONGEST_MS = 54 * HOUR_MS
/** The last and the first quote of a week may be this far from the market's own hours, together. */
const TOLERANCE_MS = HOUR_MS / 2

/** Last time before a week-end and first one after it, on the file's own clock. */
export type Weekend = Readonly<{ fromMs: number; toMs: number }>

/** The week-ends in a file. Reads all of it, so that a change of clocks counts. */
export async function weekendsIn(part: FilePart, format: Format): Promise<readonly Weekend[]> {
  const context = { digits: 5, printedDigits: 5, dayMs: 0, toUtc: (wallMs: number) => wallMs }
  let lastMs = Number.NaN
  const weekends: Weekend[] = []
  const rows = readRows<TimeRow, never>({
    part,
    headerRows: format.headerRows,
    parse: timeParser(format, context),
    row: { timeMs: 0 },
    take: ({ timeMs }) => {
      const silenceMs = timeMs - lastMs
      if (silenceMs >= SHORTEST_MS && silenceMs <= LONGEST_MS) weekends.push({ fromMs: lastMs, toMs: timeMs })
      lastMs = timeMs
      return null
    },
    cut: () => [],
    tally: new FaultTally(() => undefined),
  })
  await rows.next()
  return weekends
}

/** How many of the week-ends fall where the market's week-end is, when the file's clock is `time`. */
export function fittingWeekends(weekends: readonly Weekend[], time: ServerTime): number {
  const toUtc = serverClock(time)
  const openMs = marketHours()
  return weekends.filter(({ fromMs, toMs }) => openMs(toUtc(fromMs), toUtc(toMs)) <= TOLERANCE_MS).length
}
