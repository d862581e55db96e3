/** A row of a CSV file and the line it begins on. */
export type CsvRow = Readonly<{ line: number; cells: readonly string[] }>

/**
 * Splits comma-separated text. A cell in double quotes may hold commas and line ends, and a quote written twice. Empty lines and
 * those that begin with # are left out. `openQuoteAt`: the line of a row whose quote is never closed.
 */
export function csvRows(text: string): readonly CsvRow[] | Readonly<{ openQuoteAt: number }> {
  const rows: CsvRow[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const row = readRow(text, at)
    if (row === null) return { openQuoteAt: line }
    const isEmpty = row.cells.length === 1 && row.cells[0] === ''
    const isComment = row.cells[0]?.startsWith('#') === true
    if (!isEmpty && !isComment) rows.push({ line, cells: row.cells })
    at = row.end
    line += row.lines
  }
  return rows
}

type Row = Readonly<{ cells: readonly string[]; end: number; lines: number }>

function readRow(text: string, from: number): Row | null {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  let lines = 0
  for (let at = from; at < text.length; at++) {
    const char = text[at] as string
    if (char === '\n') lines++
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') cell += text[++at] as string
      else isQuoted = false
    } else if (char === '"' && cell.trim() === '') {
      cell = ''
      isQuoted = true
    } else if (char === ',') {
      cells.push(cell.trim())
      cell = ''
    } else if (char === '\n') return { cells: [...cells, cell.trim()], end: at + 1, lines }
    else cell += char
  }
  return isQuoted ? null : { cells: [...cells, cell.trim()], end: text.length, lines: lines + 1 }
}
