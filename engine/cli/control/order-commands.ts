/** What is asked of the running desk about one order. */
import { InvalidArgumentError, type Command } from 'commander'
import { TerminalId, Ulid } from '../../contracts/primitives.ts'
import { dataFolderOption, jsonOption } from '../options.ts'
import type { Perform } from '../perform.ts'
import type { ControlFlags } from './control-command.ts'

export type SettleFlags = ControlFlags & Readonly<{ words?: string }>

const CANCEL_HELP = `
Without ORDER every pending mission is declined, every order that waits is taken back, and nothing new is fired until resume.
With it that one order is taken back: done means asked, and what the terminal says shows in bitten status.

Example:
  bitten cancel 01KDVDNP00ABCDEFGHJKMNPQRS`

const SETTLE_HELP = `
Only for an order that the terminal has no trace of: no position, nothing that waits, no deal in the broker's history. Look in
MetaTrader first. Ended here it is closed without a result: what it won or lost is counted nowhere.
The words are typed where it is asked. A program gives them with --words, which bitten status tells.

Example:
  bitten settle 01KDVDNP00ABCDEFGHJKMNPQRS`

const TEST_HELP = `
Fires one real order of the smallest size on a demo account or the training ground, and closes it as soon as it is filled. It costs the
spread. Never on real money. Done means sent: how it went shows with bitten mission, and on the page Link.

Example:
  bitten test-fire a1b2c3d4e5f6`

export function addTestFire(program: Command, perform: Perform): void {
  program
    .command('test-fire')
    .description('one real order of the smallest size on practice money, closed at once')
    .argument('<terminal>', 'its id, as bitten status shows it', terminal)
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', TEST_HELP)
    .action((id: TerminalId, flags: ControlFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./order.ts')).giveOrder({ ask: 'testFire', terminal: id }, flags, context, out),
      ),
    )
}

function terminal(text: string): TerminalId {
  const read = TerminalId.safeParse(text)
  if (read.success) return read.data
  throw new InvalidArgumentError('Expected the id of a terminal, as bitten status shows it.')
}

export function addCancel(program: Command, perform: Perform): void {
  program
    .command('cancel')
    .description(
      'take back one order that waits; without ORDER everything pending, and nothing new until resume',
    )
    .argument('[order]', 'its id, as bitten status shows it', order)
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', CANCEL_HELP)
    .action((id: Ulid | undefined, flags: ControlFlags) =>
      perform(flags.json, async (context, out) => {
        const { giveOrder } = await import('./order.ts')
        const request =
          id === undefined ? ({ ask: 'cancel' } as const) : ({ ask: 'cancelOrder', order: id } as const)
        return giveOrder(request, flags, context, out)
      }),
    )
}

export function addSettle(program: Command, perform: Perform): void {
  program
    .command('settle')
    .description('end an order by hand that the terminal has no trace of')
    .argument('<order>', 'its id, as bitten status shows it', order)
    .option('--words <words>', 'the words that it wants, word for word')
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', SETTLE_HELP)
    .action((id: Ulid, flags: SettleFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./settle.ts')).settle(id, flags, context, out),
      ),
    )
}

function order(text: string): Ulid {
  const read = Ulid.safeParse(text.toUpperCase())
  if (read.success) return read.data
  throw new InvalidArgumentError(
    'Expected the id of an order, 26 letters and digits, as bitten status shows it.',
  )
}
