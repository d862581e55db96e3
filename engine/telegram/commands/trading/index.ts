import type { Command } from '../command.ts'
import { cancel } from './cancel.ts'
import { CLOSE_COMMANDS } from './close.ts'
import { FIRE_COMMANDS } from './fire.ts'
import { flatten } from './flatten.ts'
import { HALT_COMMANDS } from './halt.ts'
import { reject } from './reject.ts'
import { SELECTOR_COMMANDS } from './selector.ts'
import { settings } from './settings.ts'
import { STOP_COMMANDS } from './stops.ts'

/** What trades, or changes whether and how it is traded. */
export const TRADING_COMMANDS: readonly Command[] = [
  ...FIRE_COMMANDS,
  reject,
  ...CLOSE_COMMANDS,
  ...STOP_COMMANDS,
  ...HALT_COMMANDS,
  ...SELECTOR_COMMANDS,
  flatten,
  cancel,
  settings,
]
