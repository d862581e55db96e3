import { InvalidArgumentError, type Command } from 'commander'
import { CardPart, type CardTheme } from '../../contracts/card.ts'
import { Ulid } from '../../contracts/primitives.ts'
import { dataFolderOption, jsonOption } from '../options.ts'
import type { Perform } from '../perform.ts'
import { hideOption, themeOption } from './look-options.ts'

export type CardFlags = Readonly<{
  out: string
  theme: CardTheme
  hide: readonly CardPart[]
  dataFolder?: string
  json: boolean
}>

const HELP = `
A winner gets a kill card, any other trade a debrief. Its kind of account is always on it. What is left away is neither drawn nor
signed: ${CardPart.options.join(', ')}; or none. The picture of a week is made by bitten sitrep --card.

Example:
  bitten card 01K9ZV6E8P3T0M4R7S1XG5H2JB --out kill.png --theme ember --hide money lots prices`

const VERIFY_HELP = `
Reads the QR code of a card, as PNG or as the JPEG that a messenger made of it, and checks its signature without any network. The
facts of the code are what counts, whatever is drawn around it. Ends with 1 when the card is not to be believed.

Example:
  bitten verify kill.png`

export function addCard(program: Command, perform: Perform): void {
  program
    .command('card')
    .description('a closed trade as a signed picture')
    .argument('<order>', 'the id of its order', orderId)
    .requiredOption('--out <file>', 'where the PNG is written')
    .addOption(themeOption())
    .addOption(hideOption())
    .addOption(dataFolderOption())
    .addOption(jsonOption().default(false))
    .addHelpText('after', HELP)
    .action((order: Ulid, flags: CardFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./make-card.ts')).makeCard(order, flags, context, out),
      ),
    )
}

export function addVerify(program: Command, perform: Perform): void {
  program
    .command('verify')
    .description('whether a card was signed, by whom, and what it says')
    .argument('<picture>', 'PNG or JPEG file')
    .addOption(jsonOption().default(false))
    .addHelpText('after', VERIFY_HELP)
    .action((file: string, flags: Readonly<{ json: boolean }>) =>
      perform(flags.json, async (_context, out) => (await import('./verify-card.ts')).verifyCard(file, out)),
    )
}

function orderId(text: string): Ulid {
  const order = Ulid.safeParse(text.trim().toUpperCase())
  if (order.success) return order.data
  throw new InvalidArgumentError(
    'Expected the 26 letters and digits of an order, as its card in the app shows them.',
  )
}
