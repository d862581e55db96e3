import type { Command } from 'commander'
import type { ControlFlags } from '../control/control-command.ts'
import { dataFolderOption, jsonOption, wholeNumber } from '../options.ts'
import type { Perform } from '../perform.ts'

export type SettingFlags = ControlFlags & Readonly<{ typed?: string }>

const HELP = `
Of the desk that runs on the data folder. docs/settings.md has every setting, its range and what it means.

Example:
  bitten settings get
  bitten settings set riskPct 0.5`

const SET_HELP = `
VALUE is JSON or a plain word. What is unsafe is done only with the words that it asks for, typed.

Example:
  bitten settings set limits.openTrades null
  bitten settings set riskPct 1.5 --typed 'I risk more than one percent'`

const RESTORE_HELP = `
Everything as it was at that revision; unsafe values want their words again.

Example:
  bitten settings restore 3`

const typedOption = ['--typed <words>', 'the words that an unsafe value wants'] as const
const REVISION = wholeNumber(1, 999_999_999)

export function addSettings(program: Command, perform: Perform): void {
  const settings = program
    .command('settings')
    .description("see and change the running desk's settings")
    .addHelpText('after', HELP)
  const plain = (name: string, description: string) =>
    settings
      .command(name)
      .description(description)
      .addOption(dataFolderOption())
      .addOption(jsonOption().default(false))
  plain('get', 'all of them, or one')
    .argument('[key]', 'such as limits.openTrades')
    .action((key: string | undefined, flags: ControlFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./show-settings.ts')).showSettings(key, flags, context, out),
      ),
    )
  plain('set', 'change one')
    .argument('<key>', 'such as riskPct')
    .argument('<value>', 'JSON, or a plain word')
    .option(...typedOption)
    .addHelpText('after', SET_HELP)
    .action((key: string, value: string, flags: SettingFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./change-settings.ts')).setSetting(key, value, flags, context, out),
      ),
    )
  plain('history', 'every version that held: when, who asked, what changed').action((flags: ControlFlags) =>
    perform(flags.json, async (context, out) =>
      (await import('./show-settings.ts')).showHistory(flags, context, out),
    ),
  )
  plain('restore', 'everything as it was')
    .argument('<revision>', 'a number from the history', REVISION)
    .option(...typedOption)
    .addHelpText('after', RESTORE_HELP)
    .action((revision: number, flags: SettingFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./change-settings.ts')).restoreSettings(revision, flags, context, out),
      ),
    )
}
