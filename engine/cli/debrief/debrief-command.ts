import { Option, type Command } from 'commander'
import { DebriefScope } from '../../contracts/debrief.ts'
import type { Pair } from '../../contracts/pairs.ts'
import { AccountKind } from '../../contracts/primitives.ts'
import { dataFolderOption, jsonOption, pairs, utcDay, wholeNumber } from '../options.ts'
import type { Perform } from '../perform.ts'

export type DebriefFlags = Readonly<{
  account?: AccountKind
  scope?: DebriefScope
  from?: number
  to?: number
  pair?: readonly Pair[]
  trials?: number
  csv?: string
  dataFolder?: string
  json: boolean
}>

const HELP = `
Reads the ledger and changes nothing; the desk may run beside it. Kinds of account are never added together, nor drills to
trades. Of fewer than ten trades only the sums are told. docs/debrief.md says where each figure comes from.

Example:
  bitten debrief --account demo --from 2026-01-01 --pair EURUSD --csv trades.csv`

export function addDebrief(program: Command, perform: Perform): void {
  program
    .command('debrief')
    .description(
      'what closed trades came to, and how sure that is: intervals, drawdown, calibration, drift, groups',
    )
    .addOption(
      new Option('--account <kind>', 'only this kind of account; without it, each that has trades').choices(
        AccountKind.options,
      ),
    )
    .addOption(
      new Option('--scope <scope>', 'trades, or the drills of training; without it, drills where there is nothing else') // prettier-ignore
        .choices(DebriefScope.options),
    )
    .option('--from <day>', 'only trades closed from this day on, UTC', utcDay)
    .option('--to <day>', 'only trades closed before this day, UTC', utcDay)
    .addOption(
      new Option('--pair <pairs>', 'only these pairs, as in EURUSD,USDJPY; may be given again').argParser(
        pairs,
      ),
    ) // prettier-ignore
    .option(
      '--trials <number>',
      'ways of trading that were tried before this one; without it, as many as setups were traded',
      wholeNumber(1, 100_000),
    )
    .option('--csv <file>', 'also write the trades themselves, one a row, for a spreadsheet')
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((flags: DebriefFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./show-debrief.ts')).showDebrief(flags, context, out),
      ),
    )
}
