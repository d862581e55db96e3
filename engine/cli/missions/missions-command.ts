import { Option, type Command } from 'commander'
import { PAIRS, type Pair } from '../../contracts/pairs.ts'
import { AccountKind } from '../../contracts/primitives.ts'
import { MissionState } from '../../contracts/vocabulary.ts'
import { dataFolderOption, jsonOption } from '../options.ts'
import type { Perform } from '../perform.ts'

type Flags = Readonly<{ account?: AccountKind; dataFolder?: string; json: boolean }>
export type GhostsFlags = Flags & Readonly<{ week: boolean }>
export type MissionFlags = Omit<Flags, 'account'>
export type MissionsFlags = Flags &
  Readonly<{ state?: MissionState | 'issued'; pair?: Pair; setup?: string; limit: string }>

const READS = 'Reads the ledger and changes nothing; the desk may run beside it.'
const GHOSTS_HELP = `
${READS} Kinds of account are never added together. A ghost is never a result: it says what a
filter or a decision has saved or cost, had the mission been taken. Fewer than ten are counted, and no more is said of them.

Example:
  bitten ghosts --week --account demo`
const MISSIONS_HELP = `
${READS} Newest first.

Example:
  bitten missions --state refused --pair EURUSD --limit 50`
const MISSION_HELP = `
${READS} The id is the one that 'bitten missions' shows.

Example:
  bitten mission 01KEEVY1100000000000000000`

const accountOption = () =>
  new Option('--account <kind>', 'only this kind of account; without it, each that has any').choices(
    AccountKind.options,
  )

export function addGhosts(program: Command, perform: Perform): void {
  program
    .command('ghosts')
    .description('what the missions that were not taken would have come to, by what kept them back')
    .addOption(new Option('--week', 'only the week of the newest ghost').default(false))
    .addOption(accountOption())
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', GHOSTS_HELP)
    .action((flags: GhostsFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./show-ghosts.ts')).showGhosts(flags, context, out),
      ),
    )
}

export function addMissions(program: Command, perform: Perform): void {
  program
    .command('missions')
    .description('every mission and what became of it, newest first')
    .addOption(
      new Option('--state <state>', 'what became of it').choices(['issued', ...MissionState.options]),
    )
    .addOption(new Option('--pair <pair>', 'only this pair').choices(PAIRS))
    .addOption(new Option('--setup <name>', 'only this setup'))
    .addOption(new Option('--limit <count>', 'how many at most, 1 to 10000').default('20'))
    .addOption(accountOption())
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', MISSIONS_HELP)
    .action((flags: MissionsFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./show-missions.ts')).showMissions(flags, context, out),
      ),
    )
}

export function addMission(program: Command, perform: Perform): void {
  program
    .command('mission')
    .argument('<id>', 'of the mission')
    .description('the whole story of one mission, from its bar to its end')
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', MISSION_HELP)
    .action((id: string, flags: MissionFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./show-mission.ts')).showMission(id, flags, context, out),
      ),
    )
}
