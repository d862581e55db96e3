import type { ColorLiteral, DatetimeLiteral } from '../../ast.ts'
import type { Token } from '../../lex/token.ts'
import type { TokenStream } from '../token-stream.ts'

const TIME = /^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2}))?)?$/
const YEAR_FIRST = /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/

/**
 * `D'2004.01.01 00:00:00'`, `D'01.01.2004'`. A literal without a whole date would take the date of the
 * compilation and is refused.
 */
export function datetimeLiteral(stream: TokenStream, token: Token): DatetimeLiteral {
  const [date = '', time = '0', more] = token.text.slice(2, -1).trim().split(/\s+/)
  const [year, month, day] = dateParts(date)
  if (year === undefined || month === undefined || day === undefined || more !== undefined) {
    stream.fail(21, `${token.text} must say year, month and day`, token)
  }
  const days = Date.UTC(year, month - 1, day)
  const real = new Date(days)
  if (year < 1970 || year > 3000 || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) {
    stream.fail(22, `there is no such date as ${token.text}`, token)
  }
  const [hours, minutes = 0, seconds = 0] = numbers(TIME.exec(time))
  if (hours === undefined || hours > 23 || minutes > 59 || seconds > 59) {
    stream.fail(23, `there is no such time of day as in ${token.text}`, token)
  }
  const value = days / 1000 + hours * 3600 + minutes * 60 + seconds
  return { kind: 'datetime', at: token.at, value, text: token.text }
}

function dateParts(date: string): number[] {
  const yearFirst = YEAR_FIRST.exec(date)
  return yearFirst === null ? numbers(DAY_FIRST.exec(date)).toReversed() : numbers(yearFirst)
}

function numbers(match: RegExpExecArray | null): number[] {
  return match === null
    ? []
    : match
        .slice(1)
        .filter(part => part !== undefined)
        .map(Number)
}

/** `C'128,0x80,128'`: red, green, blue. */
export function colorLiteral(stream: TokenStream, token: Token): ColorLiteral {
  const parts = token.text
    .slice(2, -1)
    .split(',')
    .map(part => part.trim())
  const [red, green, blue, ...more] = parts.map(part =>
    /^(?:\d+|0x[0-9a-f]+)$/i.test(part) ? Number(part) : 256,
  )
  const valid = [red, green, blue].every(part => part !== undefined && part <= 255) && more.length === 0
  if (!valid || red === undefined || green === undefined || blue === undefined) {
    stream.fail(24, `${token.text} must hold three numbers from 0 to 255`, token)
  }
  return { kind: 'color', at: token.at, value: red + green * 0x100 + blue * 0x1_0000, text: token.text }
}
