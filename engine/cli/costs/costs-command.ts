import { Option, type Command } from 'commander'
import { AccountKind } from '../../contracts/primitives.ts'
import { dataFolderOption, jsonOption } from '../options.ts'
import type { Perform } from '../perform.ts'

export type CostsFlags = Readonly<{ account?: AccountKind; dataFolder?: string; json: boolean }>

const HELP = `
Reads the ledger and changes nothing; the desk may run beside it. Kinds of account are never added together. Fewer than ten
figures are counted and added up, and no more is said of them.

Example:
  bitten costs --account demo`

export function addCosts(program: Command, perform: Perform): void {
  program
    .command('costs')
    .description(
      'what carrying out the orders has cost: spread, slippage, commission, swap, and how long each step took',
    )
    .addOption(
      new Option('--account <kind>', 'only this kind of account; without it, each that has trades').choices(
        AccountKind.options,
      ),
    )
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((flags: CostsFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./costs.ts')).showCosts(flags, context, out),
      ),
    )
}
