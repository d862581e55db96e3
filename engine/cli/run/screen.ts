import type { TextOutput } from '../context.ts'

const ESCAPE = '\u001b['
const OPEN = `${ESCAPE}?1049h${ESCAPE}?25l`
const CLOSE = `${ESCAPE}?25h${ESCAPE}?1049l`
const HOME = `${ESCAPE}H`
const CLEAR_LINE = `${ESCAPE}K`
const CLEAR_REST = `${ESCAPE}J`

/** A full screen of lines, drawn over the last ones; what was on the terminal before comes back on `close`. */
export type Screen = Readonly<{ draw(lines: readonly string[]): void; close(): void }>

export function openScreen(stdout: TextOutput): Screen {
  stdout.write(OPEN)
  return {
    draw(lines) {
      const { columns = 100, rows = 40 } = stdout
      const fitting = lines.slice(0, rows - 1).map(line => line.slice(0, columns) + CLEAR_LINE)
      stdout.write(HOME + fitting.join('\r\n') + CLEAR_REST)
    },
    close: () => void stdout.write(CLOSE),
  }
}
