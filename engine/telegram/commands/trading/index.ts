import type { Command } from '../command.ts'

/** What trades, or changes whether and how it is traded. */
export const TRADING_COMMANDS: readonly Command[] = []
