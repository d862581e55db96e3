import { commands } from '../commands.ts'
import { textsOf, type TerminalLine } from '../lines.ts'

/** MQL5's flags of FileOpen and its relatives. */
export const FILE = {
  read: 1,
  write: 2,
  binary: 4,
  csv: 8,
  text: 16,
  ansi: 32,
  shareRead: 128,
  shareWrite: 256,
  rewrite: 512,
  common: 4096,
} as const

/** The command that makes the probe program call a built-in. */
export function call(line: string): string {
  return commands.chartEvent(1, 0, 0, line)
}

/** The command that makes it call one at every timer event from now on. */
export function callAtTimer(line: string): string {
  return commands.chartEvent(2, 0, 0, line)
}

/** What the built-in returned: the text behind `FUNCTION=` in the probe's last print. */
export function result(lines: readonly TerminalLine[]): string {
  const printed = textsOf(lines, 'print').at(-1) ?? ''
  return printed.slice(printed.indexOf('=') + 1)
}
