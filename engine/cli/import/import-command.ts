import type { Command } from 'commander'
import type { Pair } from '../../contracts/pairs.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import type { Perform } from '../perform.ts'
import { dataFolderOption, jsonOption, pairsOption, serverTimeOption } from '../options.ts'

export type ImportFlags = Readonly<{
  symbols?: readonly Pair[]
  serverOffset?: ServerTime
  source: string
  dataFolder?: string
  json: boolean
}>

const HELP = `
Takes one-minute bars as HistData and MetaTrader 5 write them, zipped or plain. A bar that is imported again replaces
the one before. The desk must not be running: it owns its data.

Example:
  bitten import 'm1-2018/*.zip' --symbols EURUSD,GBPUSD --source histdata`

export function addImport(program: Command, perform: Perform): void {
  program
    .command('import')
    .description("put one-minute bars from files into the desk's market store")
    .argument('<files...>', 'files, or patterns with * and ?')
    .addOption(pairsOption())
    .option('--source <name>', 'what these bars are stored under; sources are never mixed', 'history')
    .addOption(serverTimeOption())
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((files: readonly string[], flags: ImportFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./import.ts')).importBars(files, flags, context, out),
      ),
    )
}
