import { InvalidArgumentError, type Command } from 'commander'
import type { ControlRequest } from '../../contracts/control.ts'
import { Selector } from '../../contracts/vocabulary.ts'
import { dataFolderOption, jsonOption, wholeNumber } from '../options.ts'
import type { Perform } from '../perform.ts'

export type ControlFlags = Readonly<{ dataFolder?: string; json: boolean }>
export type FlattenFlags = ControlFlags & Readonly<{ wait: number }>

const example = (...argv: readonly string[]) => `
Asks the desk that runs on the data folder. Ends with 0 only when it was done.

Example:
  bitten ${argv.join(' ')}`

const FLATTEN_HELP = `
Closes every position that BITTEN opened, on every linked terminal, also while its engine is down, and waits until the
terminals say so. Ends with 0 only when nothing is left; what is left is named.

Example:
  bitten flatten --wait 60`

export function addStatus(program: Command, perform: Perform): void {
  program
    .command('status')
    .description('how the running desk stands: link, guards, positions, orders, today')
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', example('status --json'))
    .action((flags: ControlFlags) =>
      perform(flags.json, async (context, out) => (await import('./status.ts')).status(flags, context, out)),
    )
}

export function addFlatten(program: Command, perform: Perform): void {
  program
    .command('flatten')
    .description('close everything that BITTEN opened, now')
    .option('--wait <seconds>', 'until the terminals must have confirmed it', wholeNumber(1, 600), 30)
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', FLATTEN_HELP)
    .action((flags: FlattenFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./flatten.ts')).flatten(flags, context, out),
      ),
    )
}

type Plain = 'pause' | 'resume' | 'show'

const PLAIN: Readonly<Record<Plain, string>> = {
  pause: 'no new trades until resume; open ones keep their stops',
  resume: 'new trades again',
  show: "bring the running desk's window to the front",
}

export function addPlainOrders(program: Command, perform: Perform): void {
  for (const [ask, description] of Object.entries(PLAIN) as [Plain, string][])
    program
      .command(ask)
      .description(description)
      .addOption(dataFolderOption())
      .addOption(jsonOption().default(false))
      .addHelpText('after', example(ask))
      .action((flags: ControlFlags) => order(perform, flags, { ask }))
}

export function addSelector(program: Command, perform: Perform): void {
  program
    .command('selector')
    .description('what may fire: nothing, what you confirm, or AUTO')
    .argument('<selector>', 'SAFE, SELECT or AUTO', selector)
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', example('selector SAFE'))
    .action((wished: Selector, flags: ControlFlags) =>
      order(perform, flags, { ask: 'selector', selector: wished }),
    )
}

function selector(text: string): Selector {
  const read = Selector.safeParse(text.toUpperCase())
  if (read.success) return read.data
  throw new InvalidArgumentError(`Expected one of ${Selector.options.join(', ')}.`)
}

type Ordered = Extract<ControlRequest, { ask: Plain | 'selector' }>

const order = (perform: Perform, flags: ControlFlags, request: Ordered) =>
  perform(flags.json, async (context, out) =>
    (await import('./order.ts')).giveOrder(request, flags, context, out),
  )
