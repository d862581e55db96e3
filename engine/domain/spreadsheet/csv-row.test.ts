import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRow } from './csv-row.ts'

test('a row holds numbers, texts and nothing for what is unknown', () => {
  expect(csvRow([1, -2.5, 'EURUSD', null, 'a, "b"'])).toBe('1,-2.5,EURUSD,,"a, ""b"""\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '=cmd|x!A0'])('%j stays a text', text => {
  expect(csvRow([text])).toMatch(/^"?'/)
})

/** As a spreadsheet reads it. */
function firstCell(row: string): string {
  if (!row.startsWith('"')) return row.slice(0, row.search(/[,\r]/))
  return row.slice(1, row.search(/"(,|\r\n$)/)).replaceAll('""', '"')
}

test('no text becomes a formula, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('', ' ', '\t', '"', '\r\n', ',', '='), (text, before) => {
      expect(firstCell(csvRow([before + text, 'end']))).not.toMatch(/^[\s]*[=+\-@]/)
    }),
  )
})
