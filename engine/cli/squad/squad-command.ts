import { Option, type Command } from 'commander'
import { Privacy } from '../../contracts/squad.ts'
import type { SquadWish } from '../../contracts/squad-desk.ts'
import type { ControlFlags } from '../control/control-command.ts'
import { dataFolderOption, jsonOption, wholeNumber } from '../options.ts'
import type { Perform } from '../perform.ts'

export type DispatchFlags = ControlFlags & Readonly<{ out?: string }>
export type RemoveFlags = ControlFlags & Readonly<{ why: string }>
type NameFlags = ControlFlags & Readonly<{ callSign?: string; privacy: Privacy }>
type InviteFlags = DispatchFlags & Readonly<{ uses: number; days: number }>

const HELP = `
Traders of a squad hand signed texts on, by whatever road they like; there is no server. docs/squad.md tells how.
me and board read the ledger; everything else is done by the desk that runs on the data folder.

Example:
  bitten squad me --call-sign Viper
  bitten squad invite --out for-ghost.bitten
  bitten squad receive from-ghost.bitten`

/** The texts that go from one trader to another, and what came of them. */
export function addSquad(program: Command, perform: Perform): void {
  const squad = program
    .command('squad')
    .description('a squad without a server: invitations, enlistments and weekly reports as signed text')
    .addHelpText('after', HELP)
  const plain = (name: string, description: string) =>
    squad
      .command(name)
      .description(description)
      .addOption(dataFolderOption())
      .addOption(jsonOption().default(false))
  const writing = (name: string, description: string) =>
    plain(name, description).option('--out <file>', 'write the text to a file instead of showing it')

  const wish = (asked: SquadWish, flags: DispatchFlags) =>
    perform(flags.json, async (context, out) =>
      (await import('./ask-squad.ts')).askSquad(asked, flags, context, out),
    )
  const take = (file: string, flags: DispatchFlags) =>
    perform(flags.json, async (context, out) =>
      (await import('./ask-squad.ts')).receiveFile(file, flags, context, out),
    )

  addReadings(plain, perform, wish)
  writing('invite', 'a text by which others can enlist with you')
    .option('--uses <count>', 'how many may enlist by it', wholeNumber(1, 50), 1)
    .option('--days <count>', 'how long it holds', wholeNumber(1, 30), 7)
    .action(({ uses, days, ...flags }: InviteFlags) => wish({ wish: 'makeInvitation', uses, days }, flags))
  writing('enlist', 'answer an invitation: the text is for the leader who made it')
    .argument('<file>', 'the invitation')
    .action(take)
  plain('receive', 'take in what a recruit has sent').argument('<file>', 'the dispatch').action(take)
  writing('report', 'what your ledger says of the last week that is over, for your leader').action(
    (flags: DispatchFlags) => wish({ wish: 'makeReport' }, flags),
  )
  plain('remove', 'remove a recruit')
    .argument('<fingerprint>', 'four groups, as board shows them')
    .option('--why <words>', 'for your own ledger', '')
    .action((given: string, flags: RemoveFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./ask-squad.ts')).removeRecruit(given, flags, context, out),
      ),
    )
  plain('leave', 'leave the squad that you enlisted with').action((flags: ControlFlags) =>
    wish({ wish: 'leaveSquad' }, flags),
  )
}

function addReadings(
  plain: (name: string, description: string) => Command,
  perform: Perform,
  wish: (asked: SquadWish, flags: DispatchFlags) => Promise<void>,
): void {
  plain('me', 'your name and key; with --call-sign, take that name')
    .option('--call-sign <name>', '2 to 24 characters')
    .addOption(
      new Option('--privacy <level>', 'what your reports show').choices(Privacy.options).default('results'),
    )
    .action(({ callSign: name, privacy, ...flags }: NameFlags) =>
      name === undefined
        ? perform(flags.json, async (context, out) =>
            (await import('./show-squad.ts')).showMe(flags, context, out),
          )
        : wish({ wish: 'takeCallSign', callSign: name, privacy }, flags),
    )
  plain('board', 'your recruits, and what each has reported last').action((flags: ControlFlags) =>
    perform(flags.json, async (context, out) =>
      (await import('./show-squad.ts')).showBoard(flags, context, out),
    ),
  )
}
