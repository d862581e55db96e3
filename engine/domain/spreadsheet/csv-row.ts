/**
 * A row of a CSV file (RFC 4180) that no spreadsheet takes for a formula: a text that begins like one gets an apostrophe before
 * it, which spreadsheets show as text. A number is written as one and is nothing else.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export const csvRow = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cell).join(',')}\r\n`

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = /^\s*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
