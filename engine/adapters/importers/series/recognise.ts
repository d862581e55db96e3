import { PAIRS, type Pair } from '../../../contracts/pairs.ts'
import type { ServerTime } from '../../../contracts/server-time.ts'
import type { FaultTally } from '../checks/fault-tally.ts'
import { inferEasternTime, inferServerTime } from '../clock/infer-server-time.ts'
import { serverClock, type ServerClock } from '../clock/server-clock.ts'
import type { FilePart } from '../files/file-part.ts'
import { dayInName, firstTold, pairInName } from '../files/name-hints.ts'
import { decimalsOf } from '../formats/decimals.ts'
import type { Format } from '../formats/format.ts'
import { describeUnknown, sniff } from '../formats/sniff.ts'
import { Unusable } from '../refusal.ts'
import { assertOneMinute, headTimes } from './head-times.ts'
import { readHead } from './read-head.ts'
import type { SeriesFile } from './series.ts'

/** The pair that a part's names tell; throws `Unusable` when they tell none. */
export function pairOf({ label, names }: FilePart): Pair {
  const pair = firstTold(names, pairInName)
  if (pair !== null) return pair
  throw new Unusable(
    'UNKNOWN_PAIR',
    `${label} does not say of which pair it is. Put one of ${PAIRS.join(', ')} into its name`,
  )
}

/** Tells what a part holds and on which clock; throws `Unusable` when that cannot be told. */
export async function recognise(
  part: FilePart,
  serverTime: ServerTime | null,
  tally: FaultTally,
): Promise<SeriesFile> {
  const lines = await readHead(part)
  if (lines.length === 0) throw new Unusable('EMPTY_FILE', `${part.label} is empty`)
  const format = sniff(lines)
  if (format === null) throw new Unusable('UNKNOWN_FORMAT', `${part.label} ${describeUnknown(lines)}`)
  const { printed: printedDigits, meant: meantDigits } = decimalsOf(lines, format)
  const dayMs = format.clock === 'dayInName' ? dayOf(part) : 0
  const context = { digits: meantDigits, printedDigits, dayMs, toUtc: asItIs }
  const times = headTimes(lines, part.label, format, context)
  if (format.kind === 'bars') assertOneMinute(times, part.label)
  const toUtc = await clockOf(part, format, serverTime, tally)
  return { part, format, printedDigits, meantDigits, dayMs, toUtc, firstMs: toUtc(times[0]) }
}

const asItIs: ServerClock = wallMs => wallMs

function dayOf(part: FilePart): number {
  const dayMs = firstTold(part.names, dayInName)
  if (dayMs !== null) return dayMs
  throw new Unusable(
    'UNKNOWN_DAY',
    `${part.label} holds times of day only, and its name does not say the day. Put it there as YYYYMMDD`,
  )
}

async function clockOf(
  part: FilePart,
  format: Format,
  serverTime: ServerTime | null,
  tally: FaultTally,
): Promise<ServerClock> {
  switch (format.clock) {
    case 'dayInName':
      return asItIs
    case 'eastern':
      return serverClock(await inferEasternTime(part, format, tally))
    case 'server':
      return serverClock(serverTime ?? (await inferServerTime(part, format, tally)))
  }
}
