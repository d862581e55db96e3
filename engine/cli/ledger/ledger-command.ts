import { Option, type Command } from 'commander'
import { AccountKind } from '../../contracts/primitives.ts'
import type { Perform } from '../perform.ts'
import { dataFolderOption, jsonOption } from '../options.ts'

export type LedgerFlags = Readonly<{ dataFolder?: string; json: boolean }>
export const FORMATS = ['csv', 'json', 'statement'] as const
export type ExportFlags = LedgerFlags &
  Readonly<{ format: (typeof FORMATS)[number]; account?: AccountKind; out?: string }>

const HELP = `
The ledger is what the desk remembers: events, each chained to the one before it by a hash. Nothing here changes it but
restore, which needs the desk stopped; the others may run beside it.

Example:
  bitten ledger verify --json
  bitten ledger export --format statement --out statement.html`

const EXPORT_HELP = `
csv: closed trades, one a row. json: every event, one a line, with the hash that chains it. statement: a page of deals and
positions by account, as MetaTrader's own. Results of simulated, demo and live accounts are never added together.

Example:
  bitten ledger export --format csv --account live --out trades.csv`

const RESTORE_HELP = `
The ledger of before is moved to the quarantine folder of the data folder, never deleted. What is missing in the backup is
asked of the terminal when the desk starts.

Example:
  bitten ledger restore backups/ledger-20261122T060000Z.db`

export function addLedger(program: Command, perform: Perform): void {
  const ledger = program
    .command('ledger')
    .description('check, export, back up and restore what the desk remembers')
    .addHelpText('after', HELP)
  common(ledger.command('verify').description('check every event against the chain')).action(
    (flags: LedgerFlags) =>
      perform(flags.json, async (context, out) => (await import('./verify.ts')).verify(flags, context, out)),
  )
  addExport(ledger, perform)
  common(
    ledger.command('backup').description('copy the ledger into the backups folder, and check the copy'),
  ).action((flags: LedgerFlags) =>
    perform(flags.json, async (context, out) => (await import('./backup.ts')).backup(flags, context, out)),
  )
  common(ledger.command('restore').description("put a backup into the ledger's place"))
    .argument('<file>', 'the backup')
    .addHelpText('after', RESTORE_HELP)
    .action((file: string, flags: LedgerFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./restore.ts')).restore(file, flags, context, out),
      ),
    )
}

function addExport(ledger: Command, perform: Perform): void {
  common(ledger.command('export').description('write events, trades or a statement'))
    .addOption(new Option('--format <format>', 'what to write').choices(FORMATS).makeOptionMandatory())
    .addOption(new Option('--account <kind>', 'only accounts of this kind').choices(AccountKind.options))
    .option('--out <file>', 'write it there (default: standard output)')
    .addHelpText('after', EXPORT_HELP)
    .action((flags: ExportFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./export/export.ts')).exportLedger(flags, context, out),
      ),
    )
}

const common = (command: Command): Command =>
  command.addOption(dataFolderOption()).addOption(jsonOption().default(false))
