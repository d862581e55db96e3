import type { Command } from 'commander'
import { dataFolderOption, jsonOption, several, speed, wholeNumber } from '../options.ts'
import type { Perform } from '../perform.ts'

export type RunFlags = Readonly<{
  headless: boolean
  training: boolean
  data?: readonly string[]
  seed?: number
  speed?: number
  showKey: boolean
  dataFolder?: string
  json: boolean
}>

const HELP = `
Draws prices, missions and positions in the terminal; where nobody looks it writes one line for each thing that happens.
Keys: f fires the first pending mission (after y), q ends the desk, and so does Ctrl-C. The window opens with npm start.

Example, without a broker and without an account:
  bitten run --headless --training --speed 60`

export function addRun(program: Command, perform: Perform): void {
  program
    .command('run')
    .description('run the desk')
    .requiredOption('--headless', 'without a window: the only way from a command line')
    .option('--training', 'with the training ground: a simulated terminal and simulated money', false)
    .option('--no-training', 'only with a real MetaTrader terminal')
    .option('--data <files...>', 'train on these files of ticks or one-minute bars', several)
    .option(
      '--seed <number>',
      'of the made-up market of the training ground',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option('--speed <speed>', 'market seconds a second of the training ground, or "max"', speed)
    .option('--show-key', 'say the pairing key, to enter it in MetaTrader', false)
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((flags: RunFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./run-headless.ts')).runHeadless(flags, context, out),
      ),
    )
}
