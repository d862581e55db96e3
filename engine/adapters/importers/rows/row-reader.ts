const CARRIAGE_RETURN = 13
const NEWLINE = 10
const ZERO = 48
const NINE = 57
const DOT = 46

/** Largest number of points that the columns of ticks can hold. */
const MOST_POINTS = 2 ** 31 - 1
/** Enough for epoch milliseconds and volumes; more digits than this are no number of ours. */
const MOST_DIGITS = 15

/** Every fault of a field is this: no field that is read here can be negative. */
export const NO_NUMBER = -1

/**
 * Reads rows of numbers straight from bytes, a field at a time, without making strings. After a field it stands on the
 * byte that ended it. A row that was not read to its end is left behind by `nextRow`.
 */
export class RowReader {
  /** Number of the row that is being read; the first one is 1. */
  row = 0
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  #rowAt = 0
  #inRow = false

  /** A block of whole rows, the ones after those of the last block. */
  load(bytes: Uint8Array): void {
    this.#bytes = bytes
    this.#at = 0
    this.#inRow = false
  }

  /** Goes on to the next row that is not empty; false at the end of the block. */
  nextRow(): boolean {
    if (this.#inRow) this.#leaveRow()
    while (this.#at < this.#bytes.length) {
      this.row += 1
      this.#rowAt = this.#at
      if (!this.endRow()) return (this.#inRow = true)
    }
    return false
  }

  /** Takes the end of the row; false when something else stands here. */
  endRow(): boolean {
    let at = this.#at
    if (this.#bytes[at] === CARRIAGE_RETURN) at += 1
    if (at < this.#bytes.length && this.#bytes[at] !== NEWLINE) return false
    this.#at = at + 1
    this.#inRow = false
    return true
  }

  /** Takes one given byte; false when another one stands here. */
  take(byte: number): boolean {
    if (this.#bytes[this.#at] !== byte) return false
    this.#at += 1
    return true
  }

  /** A whole number. */
  integer(): number {
    return this.#digitsUpTo(MOST_DIGITS)
  }

  /** A whole number written with exactly `count` digits. */
  fixed(count: number): number {
    const start = this.#at
    const value = this.#digitsUpTo(count)
    return this.#at - start === count ? value : NO_NUMBER
  }

  /** A price as points of 10^-digits, rounded to the nearest when it has more digits. Zero is no price. */
  price(digits: number): number {
    let points = this.#digitsUpTo(MOST_DIGITS)
    if (points === NO_NUMBER) return NO_NUMBER
    let places = 0
    let roundUp = 0
    if (this.take(DOT))
      for (let digit = this.#digit(); digit !== NO_NUMBER; digit = this.#digit()) {
        if (places < digits) points = points * 10 + digit
        else if (places === digits && digit >= 5) roundUp = 1
        places += 1
        this.#at += 1
      }
    for (; places < digits; places++) points *= 10
    points += roundUp
    return points > 0 && points <= MOST_POINTS ? points : NO_NUMBER
  }

  /** Whether the field that would begin here is blank. */
  atFieldEnd(separator: number): boolean {
    const here = this.#bytes[this.#at]
    return here === separator || here === NEWLINE || here === CARRIAGE_RETURN || here === undefined
  }

  /** The row as a person may read it: printable characters, the first sixty. */
  rowText(): string {
    const newline = this.#bytes.indexOf(NEWLINE, this.#rowAt)
    const end = Math.min(newline === -1 ? this.#bytes.length : newline, this.#rowAt + 60)
    const text = Buffer.from(this.#bytes.subarray(this.#rowAt, end)).toString('latin1')
    return text.trimEnd().replace(/[^\x20-\x7e]/g, ' ')
  }

  #leaveRow(): void {
    const newline = this.#bytes.indexOf(NEWLINE, this.#at)
    this.#at = newline === -1 ? this.#bytes.length : newline + 1
    this.#inRow = false
  }

  #digitsUpTo(most: number): number {
    let value = 0
    let count = 0
    for (let digit = this.#digit(); digit !== NO_NUMBER && count < most; digit = this.#digit()) {
      value = value * 10 + digit
      count += 1
      this.#at += 1
    }
    return count === 0 ? NO_NUMBER : value
  }

  #digit(): number {
    const byte = this.#bytes[this.#at]
    return byte !== undefined && byte >= ZERO && byte <= NINE ? byte - ZERO : NO_NUMBER
  }
}
