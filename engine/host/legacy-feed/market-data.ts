/** The posts of a predecessor EA, read price by price: what is wrong with one costs no other. */
import { LegacyPost, type LegacyTick } from '../../contracts/legacy.ts'
import { Pair, usualDigits } from '../../contracts/pairs.ts'
import type { TerminalId } from '../../contracts/primitives.ts'

export type LegacyQuote = Readonly<{
  pair: Pair
  digits: number
  /** The spread in points and the two prices agree on the digits, so a point is known and not presumed. */
  hasProvenPoint: boolean
  bid: number
  ask: number
  time: number | string
}>

export type MarketData = Readonly<{
  is: 'data'
  uuid: TerminalId
  broker: string
  server: string
  quotes: readonly LegacyQuote[]
  /** One sentence for each price that was left out. */
  refused: readonly string[]
}>
export type NoData = Readonly<{ is: 'refused'; text: string }>

export function parseMarketData(bytes: Uint8Array): MarketData | NoData {
  const value = parseJson(bytes)
  if (value === undefined) return { is: 'refused', text: 'The body is not JSON text.' }
  const posted = LegacyPost.safeParse(value)
  if (!posted.success) {
    const [issue] = posted.error.issues
    const where = issue?.path.join('.') || 'the body'
    return { is: 'refused', text: `${where}: ${issue?.message ?? 'invalid'}.` }
  }
  const { uuid, broker, server, ticks } = posted.data
  const read = ticks.map(readQuote)
  return {
    is: 'data',
    uuid,
    broker,
    server,
    quotes: read.filter(quote => typeof quote !== 'string'),
    refused: read.filter(quote => typeof quote === 'string'),
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** MQL5's StringToCharArray ends a text with a zero, and WebRequest sends what it is given. */
function parseJson(bytes: Uint8Array): unknown {
  const end = bytes.at(-1) === 0 ? bytes.length - 1 : bytes.length
  try {
    return JSON.parse(utf8.decode(bytes.subarray(0, end)))
  } catch {
    return undefined
  }
}

function readQuote({ symbol, bid, ask, spread, time }: LegacyTick): LegacyQuote | string {
  const pair = Pair.safeParse(symbol)
  if (!pair.success) return `${symbol} is none of the fifteen pairs.`
  if (ask < bid) return `${symbol}: the ask ${ask} is below the bid ${bid}.`
  const proven = spread > 0 ? provenDigits(ask - bid, spread) : null
  const digits = proven ?? usualDigits(pair.data)
  if (!fits(bid, digits) || !fits(ask, digits)) {
    return `${symbol}: ${bid} and ${ask} do not fit a symbol of ${digits} digits.`
  }
  return { pair: pair.data, digits, hasProvenPoint: proven !== null, bid, ask, time }
}

/** Digits of the symbols that there are: 2 and 3 against the yen, 4 and 5 otherwise. */
const DIGITS = [2, 3, 4, 5] as const

/** With which digits the distance of the prices is the spread that the EA counted in points. */
function provenDigits(distance: number, spread: number): number | null {
  const fitting = DIGITS.filter(digits => Math.abs(distance * 10 ** digits - spread) < 0.01)
  return fitting[0] ?? null
}

const fits = (price: number, digits: number): boolean => {
  const points = price * 10 ** digits
  return Math.abs(points - Math.round(points)) < 1e-4
}
