/** Everything that a chat can say, in the order in which /help lists it. */
import type { Command } from './command.ts'
import { TRADING_COMMANDS } from './trading/index.ts'

export const COMMANDS: readonly Command[] = [...TRADING_COMMANDS]
