import { Option, type Command } from 'commander'
import type { Pair } from '../../contracts/pairs.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import type { Perform } from '../perform.ts'
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

export type BacktestFlags = Readonly<{
  data: readonly string[]
  symbols?: readonly Pair[]
  serverOffset?: ServerTime
  model?: string
  calendar?: readonly string[]
  swaps?: string
  from?: number
  to?: number
  seed: number
  trials: number
  keep: boolean
  dataFolder?: string
  threads?: number
  json: boolean
}>

const HELP = `
Takes the same files as bitten replay: one-minute bars of HistData or MetaTrader 5, or ticks, of which it makes minutes.
Each setup's every proposal is followed to its end, with costs 1, 1.5 and 2 times as high, and beside random entries of the
same hours and stops. The same files, options and version always give the same bytes.

Example:
  bitten backtest --data 'm1-2018/*.zip' --from 2018-09-01 --json`

export function addBacktest(program: Command, perform: Perform): void {
  program
    .command('backtest')
    .description('follow every proposal of every setup through history, and say what it was worth')
    .requiredOption(
      '--data <files...>',
      'files, or patterns with * and ?; several of a pair are joined by time',
      several,
    )
    .addOption(pairsOption())
    .option('--model <file>', 'probability model, or "none"; without it the one that comes with the app')
    .addOption(calendarOption())
    .option(
      '--swaps <file>',
      'pips a night by pair, as {"EURUSD": {"long": -0.7, "short": 0.2}}; without it 0 is charged',
    )
    .option('--from <day>', 'only proposals from this day on, UTC; what comes before warms up', utcDay)
    .option('--to <day>', 'only proposals before this day, UTC', utcDay)
    .option('--seed <number>', 'of everything random', wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--trials <number>', 'looks at this data, this one included', wholeNumber(1, 1_000_000), 1)
    .addOption(
      new Option(
        '--keep',
        'keep the answer in lab.db, which counts the looks, and show it in the Proving ground',
      )
        .default(false)
        .conflicts('trials'),
    )
    .addOption(dataFolderOption())
    .option('--threads <number>', 'workers side by side; without it, one a core', wholeNumber(1, 64))
    .addOption(serverTimeOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((flags: BacktestFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./backtest.ts')).backtestFiles(flags, context, out),
      ),
    )
}
