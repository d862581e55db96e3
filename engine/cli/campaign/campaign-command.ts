import { Option, type Command } from 'commander'
import { AccountKind } from '../../contracts/primitives.ts'
import { dataFolderOption, jsonOption } from '../options.ts'
import type { Perform } from '../perform.ts'

export type CampaignFlags = Readonly<{ account?: AccountKind; dataFolder?: string; json: boolean }>
export type RebuildFlags = Readonly<{ check: boolean; dataFolder?: string; json: boolean }>

const HELP = `
Reads the ledger and changes nothing; the desk may run beside it. Kinds of account are never added together.

Example:
  bitten campaign --account demo
  bitten campaign rebuild --check`

const REBUILD_HELP = `
XP is nothing but a sum over the ledger. This checks the chain of the ledger, forgets every award, and earns them all again from the
facts. With --check it ends with exit code 1 when an award that was told is not the one that the facts earn, and names each; when
the checkpoint that the desk begins with has another campaign than the ledger up to there; or when a desk that runs on the data
folder has another XP. It says with what it compared, and why not with the rest.

Example:
  bitten campaign rebuild --check --json`

export function addCampaign(program: Command, perform: Perform): void {
  const campaign = program
    .command('campaign')
    .description('rank, XP, badges, streak and challenges, as the ledger has earned them')
    .addOption(
      new Option('--account <kind>', 'only this kind of account; without it, each that is known').choices(
        AccountKind.options,
      ),
    )
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((flags: CampaignFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./show-campaign.ts')).showCampaign(flags, context, out),
      ),
    )
  campaign
    .command('rebuild')
    .description('earn every award again from the facts of the ledger')
    .option('--check', 'fail when what was told is not what was earned', false)
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', REBUILD_HELP)
    .action((_flags: RebuildFlags, command: Command) => {
      const flags: RebuildFlags = command.optsWithGlobals()
      return perform(flags.json, async (context, out) =>
        (await import('./rebuild-campaign.ts')).rebuildCampaign(flags, context, out),
      )
    })
}
