import { html, type Html } from '../../../texts/html.ts'
import { COLUMNS } from '../../../texts/parts.ts'

const SHORTEST = 3

/** Rows below one another, columns one space apart. What does not fit is taken off the first column; numbers are never cut. */
export function table(columns: readonly ('left' | 'right')[], rows: readonly (readonly string[])[]): Html {
  const widths = columns.map((_, at) => Math.max(0, ...rows.map(row => length(row[at] ?? ''))))
  const others = widths.slice(1).reduce((sum, width) => sum + width + 1, 0)
  const first = Math.min(widths[0] ?? 0, Math.max(SHORTEST, COLUMNS - others))
  const line = (row: readonly string[]) =>
    columns
      .map((align, at) =>
        at === 0
          ? padded(cut(row[0] ?? '', first), first, align)
          : padded(row[at] ?? '', widths[at] ?? 0, align),
      )
      .join(' ')
      .trimEnd()
  return html`<pre>${rows.map(line).join('\n')}</pre>`
}

/** At most so many characters; what was longer ends in an ellipsis. */
export function cut(text: string, most: number): string {
  const letters = Array.from(text)
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}

const length = (text: string): number => Array.from(text).length

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - length(text)))
  return align === 'left' ? text + space : space + text
}
