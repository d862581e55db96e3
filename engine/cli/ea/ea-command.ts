import { Option, type Command } from 'commander'
import { DEFAULT_PORT } from '../../contracts/wire/index.ts'
import type { Perform } from '../perform.ts'
import { dataFolderOption, jsonOption, wholeNumber } from '../options.ts'

export type EaFlags = Readonly<{ dataFolder?: string; json: boolean }>
export type InstallFlags = EaFlags & Readonly<{ terminal?: readonly string[]; port: number }>
export type TestFlags = EaFlags & Readonly<{ port: number; seconds: number }>

const HELP = `
The pairing key is the one of the data folder. What a terminal lets no program do is printed as a list to tick.

Example:
  bitten ea install
  bitten ea test --json`

const INSTALL_HELP = `
Example:
  bitten ea install --terminal 'C:\\Program Files\\MetaTrader 5'`

const TEST_HELP = `
Stop the desk first: this listens in its place. Ends with 0 when everything was reached.

Example:
  bitten ea test --seconds 60`

export function addEa(program: Command, perform: Perform): void {
  const ea = program
    .command('ea')
    .description('bring the Expert Advisor into MetaTrader 5, and try its link')
    .addHelpText('after', HELP)
  ea.command('find')
    .description('list the terminals of this computer')
    .addOption(jsonOption().default(false))
    .action((flags: EaFlags) => perform(flags.json, async (_, out) => (await import('./find.ts')).find(out)))
  ea.command('install')
    .description('copy the sources, compile them, write the pairing key')
    .option(
      '--terminal <folders...>',
      'data folders or portable installs (default: every terminal that is found)',
    )
    .addOption(portOption())
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', INSTALL_HELP)
    .action((flags: InstallFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./install.ts')).install(flags, context, out),
      ),
    )
  ea.command('test')
    .description('listen for the Expert Advisor and say how far it gets')
    .addOption(portOption())
    .addOption(
      new Option('--seconds <seconds>', 'wait so long').default(120).argParser(wholeNumber(1, 3_600)),
    )
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', TEST_HELP)
    .action((flags: TestFlags) =>
      perform(flags.json, async (context, out) => (await import('./test.ts')).test(flags, context, out)),
    )
}

const portOption = () =>
  new Option('--port <port>', 'that the Expert Advisor connects to')
    .default(DEFAULT_PORT)
    .argParser(wholeNumber(1, 65_535))
