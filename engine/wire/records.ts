/** What the packed records of `ticks` and `bars` have in common: fixed width, little-endian, faults counted by code. */
import { wireRefusal, type WireRefusal } from './refusal.ts'

export type RecordFaultCode = 'BAD_TIME' | 'BAD_PRICE' | 'CROSSED' | 'BAD_RANGE' | 'BAD_COUNT'

/** What a body held. `faults` counts the records that were left out; `first` says where the first of them was. */
export type RecordsRead = Readonly<{
  is: 'read'
  taken: number
  faults: Readonly<Partial<Record<RecordFaultCode, number>>>
  first: Readonly<{ code: RecordFaultCode; record: number }> | null
}>

export function wrongLength(what: 'ticks' | 'bars', bytes: number, width: number): WireRefusal | null {
  return bytes % width === 0
    ? null
    : wireRefusal(
        'RECORD_LENGTH',
        `The body of ${what} has ${bytes} bytes, not a whole number of ${width}-byte records.`,
      )
}

/** Counts while a body is read. */
export class RecordTally {
  #taken = 0
  #first: RecordsRead['first'] = null
  readonly #faults: Partial<Record<RecordFaultCode, number>> = {}

  take(): void {
    this.#taken += 1
  }

  fault(code: RecordFaultCode, record: number): void {
    this.#faults[code] = (this.#faults[code] ?? 0) + 1
    this.#first ??= { code, record }
  }

  result(): RecordsRead {
    return { is: 'read', taken: this.#taken, faults: this.#faults, first: this.#first }
  }
}

const TWO_32 = 4_294_967_296

/** A signed 64-bit integer as a number; NaN when a number can't hold it exactly. Avoids a BigInt for every record. */
export function readInt64(view: DataView, at: number): number {
  const value = view.getInt32(at + 4, true) * TWO_32 + view.getUint32(at, true)
  return Number.isSafeInteger(value) ? value : NaN
}

export function writeInt64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true)
  view.setInt32(at + 4, Math.floor(value / TWO_32), true)
}

/** Finite and above zero: `>` is false for NaN. */
export const isPrice = (value: number): boolean => value > 0 && value < Infinity

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
