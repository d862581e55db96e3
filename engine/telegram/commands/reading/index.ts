/** Every command that only reads, but for /help, which reads this table. */
import type { Command } from '../command.ts'

export const READING_COMMANDS: readonly Command[] = []
