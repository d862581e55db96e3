import type { Command } from 'commander'
import type { Pair } from '../../contracts/pairs.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import type { Perform } from '../perform.ts'
import { jsonOption, pairsOption, serverTimeOption, several, speed, wholeNumber } from '../options.ts'

export type ReplayFlags = Readonly<{
  data: readonly string[]
  symbols?: readonly Pair[]
  serverOffset?: ServerTime
  speed: number
  loops: number
  seed: number
  honest: boolean
  fire: boolean
  json: boolean
}>

const HELP = `
The same files, options and version always give the same events, and so the same hash. Formats are told by content:
LEAN quotes, MetaTrader 5 ticks and one-minute bars, HistData one-minute bars, each zipped or plain. Bars are played as
four ticks a minute with the usual spread of their pair and hour.

Example:
  bitten replay --data 'ticks/eurusd-*.zip' --symbols EURUSD --speed max --json`

export function addReplay(program: Command, perform: Perform): void {
  program
    .command('replay')
    .description('run market data through the engine against a simulated broker')
    .requiredOption(
      '--data <files...>',
      'files, or patterns with * and ?; several are joined by time',
      several,
    )
    .addOption(pairsOption())
    .option('--speed <speed>', '"max", or market seconds a second', speed, 0)
    .option(
      '--loops <times>',
      'how often the data is run through, moved on by whole weeks',
      wholeNumber(1, 10_000),
      1,
    )
    .option('--seed <number>', "of the broker's slippage", wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--honest', 'no drills: only missions that pass the value gate', false)
    .option('--no-fire', 'issue missions and fire none')
    .addOption(serverTimeOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((flags: ReplayFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./replay.ts')).replayFiles(flags, context, out),
      ),
    )
}
