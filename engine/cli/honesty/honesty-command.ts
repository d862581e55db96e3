import type { Command } from 'commander'
import type { Pair } from '../../contracts/pairs.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import { jsonOption, pairsOption, serverTimeOption, several, wholeNumber } from '../options.ts'
import type { Perform } from '../perform.ts'

export type HonestyFlags = Readonly<{
  data?: readonly string[]
  symbols?: readonly Pair[]
  serverOffset?: ServerTime
  seed: number
  json: boolean
}>

const HELP = `
Six checks, each with what it did, its figures and their bounds: no signal has seen the future; a start with the history that
the desk asks for is as good as an earlier one; a terminal, a replay and the lab say the same of the same ticks; shuffled
outcomes give no skill; a planted edge is found at its size; a planted look-ahead is caught. Without data they run on
generated markets; with it, the first, the second and the fourth run on the files. Ends with 1 when anything is red.

Example:
  bitten honesty --data 'm1-2018/*.zip' --json`

export function addHonesty(program: Command, perform: Perform): void {
  program
    .command('honesty')
    .description('check that the engine and its lab tell the truth about themselves')
    .option('--data <files...>', 'one-minute bars or ticks, or patterns with * and ?', several)
    .addOption(pairsOption())
    .option('--seed <number>', 'of everything random', wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .addOption(serverTimeOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((flags: HonestyFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./honesty.ts')).checkHonesty(flags, context, out),
      ),
    )
}
