import type { Command } from 'commander'
import type { ServerTime } from '../../contracts/server-time.ts'
import { dataFolderOption, jsonOption, serverTimeOption, several, speed, wholeNumber } from '../options.ts'
import type { Perform } from '../perform.ts'
import { STEERING_HELP } from './steering.ts'

export type TerminalSimFlags = Readonly<{
  port?: number
  key?: string
  uuid: string
  data?: readonly string[]
  serverOffset?: ServerTime
  seed: number
  start: string
  speed: number
  balance: string
  currency: string
  netting: boolean
  state?: string
  dataFolder?: string
  json: boolean
}>

const HELP = `
Connects to a desk over real ZeroMQ as the Expert Advisor does, with a simulated broker behind it: no real money can
move. Without --data the market is made up from the seed. Ctrl-C ends it.

${STEERING_HELP}

Example, beside a running desk of this user:
  bitten terminal-sim --speed 60 --seed 7`

export function addTerminalSim(program: Command, perform: Perform): void {
  program
    .command('terminal-sim')
    .description('run a simulated MetaTrader terminal that connects to a desk')
    .option(
      '--port <port>',
      'where the desk listens; without it, as the settings in the data folder say',
      wholeNumber(1, 65_535),
    )
    .option('--key <key>', "the desk's pairing key; without it, the one in the data folder")
    .option('--uuid <name>', 'what this terminal calls itself', 'terminal-sim')
    .option('--data <files...>', 'play these files: ticks or one-minute bars', several)
    .addOption(serverTimeOption())
    .option('--seed <number>', 'of the made-up market', wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--start <day>', 'first day of the made-up market', '2014-05-05')
    .option('--speed <speed>', 'market seconds a second, or "max"', speed, 1)
    .option('--balance <money>', 'of a new account', '10000')
    .option('--currency <code>', 'of the account', 'USD')
    .option('--netting', 'one position a symbol, instead of hedging', false)
    .option('--state <file>', 'keep account, positions and market time here between runs')
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((flags: TerminalSimFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./terminal-sim.ts')).simulateTerminal(flags, context, out),
      ),
    )
}
