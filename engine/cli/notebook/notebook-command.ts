import { Option, type Command } from 'commander'
import { AccountKind } from '../../contracts/primitives.ts'
import { ReportTone, type ReportName } from '../../contracts/reports.ts'
import type { CardLook } from '../../contracts/card.ts'
import { hideOption, themeOption } from '../cards/look-options.ts'
import { dataFolderOption, jsonOption, wholeNumber } from '../options.ts'
import type { Perform } from '../perform.ts'

export type NotebookFlags = Readonly<{ account?: AccountKind; dataFolder?: string; json: boolean }>
export type ListFlags = NotebookFlags & Readonly<{ limit: number }>
export type ExportFlags = NotebookFlags & Readonly<{ out?: string }>
export type ReportFlags = NotebookFlags & Readonly<{ tone: ReportTone; last: boolean }>
export type SitrepFlags = ReportFlags & CardLook & Readonly<{ card?: string }>

const HELP = `
Reads the ledger and changes nothing; the desk may run beside it. Notes of simulated, demo and live accounts stay apart.

Examples:
  bitten journal search patience EURUSD
  bitten journal export --account demo --out journal.md`

const REPORT_HELP = `
Everything since the last one was told, or with --last the last one that was told. Each figure is counted from the ledger, the
same in every tone.`

const LIMIT = 20
const MOST = 500

export function addJournal(program: Command, perform: Perform): void {
  const journal = program
    .command('journal')
    .description('the notebook: what you wrote about trades, missions and days')
    .addHelpText('after', HELP)
  list(journal.command('list').description('notes, newest first')).action((flags: ListFlags) =>
    perform(flags.json, async (context, out) =>
      (await import('./journal.ts')).listNotes('', flags, context, out),
    ),
  )
  list(
    journal
      .command('search')
      .description('notes that have all of these words in them, whatever their case and accents'),
  )
    .argument('<words...>', 'in the text, the lesson, the marks, the pair or the setup')
    .action((words: readonly string[], flags: ListFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./journal.ts')).listNotes(words.join(' '), flags, context, out),
      ),
    )
  common(journal.command('export').description('every note as a Markdown document'))
    .option('--out <file>', 'write it there (default: standard output)')
    .action((flags: ExportFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./export-journal.ts')).exportJournal(flags, context, out),
      ),
    )
}

const SITREP_HELP = `${REPORT_HELP}

With --card the last week that is over becomes a signed picture instead, as bitten card makes one of a trade: --theme and --hide
choose how it looks, and what is left away of callSign and money. bitten verify checks it.

Examples:
  bitten sitrep --last --tone harsh
  bitten sitrep --account demo --card week.png --theme desert --hide none`

export function addDrill(program: Command, perform: Perform): void {
  report(program, 'drill', 'the drill report: what happened since 18:00 of the last day that was told')
    .addHelpText('after', REPORT_HELP)
    .action((flags: ReportFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./show-report.ts')).showReport('drill', flags, context, out),
      ),
    )
}

export function addSitrep(program: Command, perform: Perform): void {
  report(program, 'sitrep', 'the SITREP: the same of the week, or its picture')
    .option('--card <file>', 'write the last week that is over there, as a signed PNG')
    .addOption(themeOption())
    .addOption(hideOption())
    .addHelpText('after', SITREP_HELP)
    .action((flags: SitrepFlags) =>
      perform(flags.json, async (context, out) => {
        const { card } = flags
        return card === undefined
          ? (await import('./show-report.ts')).showReport('sitrep', flags, context, out)
          : (await import('../cards/make-sitrep-card.ts')).makeSitrepCard({ ...flags, card }, context, out)
      }),
    )
}

const report = (program: Command, name: ReportName, what: string): Command =>
  common(program.command(name).description(what))
    .addOption(new Option('--tone <tone>', 'how it is said').choices(ReportTone.options).default('balanced'))
    .option('--last', 'the last one that was told', false)

const list = (command: Command): Command =>
  common(command).addOption(
    new Option('--limit <notes>', 'at most so many').argParser(wholeNumber(1, MOST)).default(LIMIT),
  )

const common = (command: Command): Command =>
  command
    .addOption(
      new Option('--account <kind>', 'only this kind of account; without it, each that has any').choices(
        AccountKind.options,
      ),
    )
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
