import type { Command } from 'commander'
import { ProvingLabJob } from '../../contracts/lab-port.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import { calendarOf } from '../calendar-files.ts'
import type { CliContext } from '../context.ts'
import { failed, type Failure } from '../outcome.ts'
import {
  calendarOption,
  dataFolderOption,
  jsonOption,
  pairsOption,
  serverTimeOption,
  several,
  utcDay,
  wholeNumber,
} from '../options.ts'

/** What a walk-forward and the fit of a model are both told. */
export type ProvingFlags = Readonly<{
  data: readonly string[]
  symbols?: readonly Pair[]
  serverOffset?: ServerTime
  calendar?: readonly string[]
  from?: number
  to?: number
  fitUntil?: number
  fitMonths: number
  stepMonths: number
  rolling: boolean
  seed: number
  threads?: number
  fresh: boolean
  dataFolder?: string
  out?: string
  json: boolean
}>

export const provingOptions = (command: Command): Command =>
  command
    .requiredOption(
      '--data <files...>',
      'files, or patterns with * and ?; several of a pair are joined by time',
      several,
    )
    .addOption(pairsOption())
    .option('--from <day>', 'only proposals from this day on, UTC; what comes before warms up', utcDay)
    .option('--to <day>', 'only proposals before this day, UTC', utcDay)
    .option('--fit-until <day>', 'one fit on all before this day, tested on all after it', utcDay)
    .option('--fit-months <number>', 'months of the first fit', wholeNumber(1, 600), 6)
    .option('--step-months <number>', 'months of each test window', wholeNumber(1, 600), 1)
    .option('--rolling', 'fits of the same length, without the oldest months', false)
    .option('--seed <number>', 'of everything random', wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--threads <number>', 'workers side by side; without it, one a core', wholeNumber(1, 64))
    .option('--fresh', 'compute again what lab.db has', false)
    .addOption(calendarOption())
    .addOption(serverTimeOption())
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))

export function provingJob(
  job: ProvingLabJob['job'],
  flags: ProvingFlags,
  { version, environment }: CliContext,
): ProvingLabJob | Failure {
  const { from, to, fitUntil, fitMonths, stepMonths, rolling } = flags
  if (from !== undefined && to !== undefined && from >= to)
    return failed('EMPTY_SPAN', 'The day of --to has to be later than that of --from')
  const calendar = calendarOf(flags.calendar ?? [])
  if (calendar?.is === 'failed') return calendar
  return ProvingLabJob.parse({
    job,
    version,
    files: flags.data,
    pairs: flags.symbols ?? null,
    serverTime: flags.serverOffset ?? null,
    seed: flags.seed,
    windows:
      fitUntil === undefined
        ? { mode: rolling ? 'rolling' : 'expanding', fitMonths, stepMonths }
        : { mode: 'once', fitUntilMs: fitUntil },
    fromMs: from ?? null,
    toMs: to ?? null,
    calendar: calendar?.calendar ?? null,
    dataFolder: flags.dataFolder ?? environment.dataFolder,
    sqliteBinding: environment.sqliteBinding,
    fresh: flags.fresh,
    threads: flags.threads ?? null,
  })
}
