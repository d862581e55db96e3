import { Option, type Command } from 'commander'
import type { Perform } from '../perform.ts'
import { dataFolderOption, jsonOption } from '../options.ts'

export type DoctorFlags = Readonly<{ dataFolder?: string; probeSqlite: boolean; json: boolean }>

const HELP = `
Looks and changes nothing, and may run beside the desk. Ends with 1 when something stands in the way.

Example:
  bitten doctor --json`

export function addDoctor(program: Command, perform: Perform): void {
  program
    .command('doctor')
    .description('check that everything the desk needs is there and works')
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addOption(new Option('--probe-sqlite').hideHelp().default(false))
    .addHelpText('after', HELP)
    .action((flags: DoctorFlags) =>
      perform(flags.json, async (context, out) =>
        flags.probeSqlite
          ? (await import('./checks/sqlite-probe.ts')).probeSqlite(context)
          : (await import('./doctor.ts')).examine(flags, context, out),
      ),
    )
}
