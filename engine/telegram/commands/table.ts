/** Everything that a chat can say, in the order in which /help lists it. */
import { unpair } from '../pairing/unpair-command.ts'
import type { Command } from './command.ts'
import { helpOf } from './help.ts'
import { READING_COMMANDS } from './reading/index.ts'
import { TRADING_COMMANDS } from './trading/index.ts'

export const COMMANDS: readonly Command[] = [
  ...READING_COMMANDS,
  ...TRADING_COMMANDS,
  unpair,
  helpOf(() => COMMANDS),
]
