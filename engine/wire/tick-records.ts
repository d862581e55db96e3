/**
 * `ticks`: records of 30 bytes, little-endian, packed:
 *
 *   0 u16 index    2 i64 time, ms UTC    10 f64 bid    18 f64 ask    26 u32 flags
 *
 * Neither side makes an object for a tick: the writer fills a buffer, the reader calls a visitor.
 */
import { LIMITS, type WireTick } from '../contracts/wire/index.ts'
import { isPrice, readInt64, RecordTally, viewOf, writeInt64, wrongLength, type RecordFaultCode, type RecordsRead } from './records.ts' // prettier-ignore
import type { WireRefusal } from './refusal.ts'

export const TICK_BYTES = 30
/** As many as fit into one body. */
export const MAX_TICKS = Math.floor(LIMITS.bodyBytes / TICK_BYTES)

export type TickVisitor = (index: number, timeMs: number, bid: number, ask: number, flags: number) => void

/** Calls `visit` for every sound tick in order. A record that can't be a quote is left out and counted. */
export function readTicks(body: Uint8Array, visit: TickVisitor): RecordsRead | WireRefusal {
  const refused = wrongLength('ticks', body.byteLength, TICK_BYTES)
  if (refused) return refused
  const view = viewOf(body)
  const tally = new RecordTally()
  for (let at = 0; at < view.byteLength; at += TICK_BYTES) {
    const timeMs = readInt64(view, at + 2)
    const bid = view.getFloat64(at + 10, true)
    const ask = view.getFloat64(at + 18, true)
    const fault = tickFault(timeMs, bid, ask)
    if (fault) tally.fault(fault, at / TICK_BYTES)
    else {
      tally.take()
      visit(view.getUint16(at, true), timeMs, bid, ask, view.getUint32(at + 26, true))
    }
  }
  return tally.result()
}

function tickFault(timeMs: number, bid: number, ask: number): RecordFaultCode | null {
  if (!(timeMs >= 0)) return 'BAD_TIME'
  if (!isPrice(bid) || !isPrice(ask)) return 'BAD_PRICE'
  return bid > ask ? 'CROSSED' : null
}

/** Collects ticks into bodies of `ticks`; the owner takes the body when it wants to send. */
export class TickWriter {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #used = 0

  constructor(capacity = MAX_TICKS) {
    if (capacity > MAX_TICKS) throw new Error(`a body holds ${MAX_TICKS} ticks, not ${capacity}`)
    this.#bytes = new Uint8Array(capacity * TICK_BYTES)
    this.#view = viewOf(this.#bytes)
  }

  get count(): number {
    return this.#used / TICK_BYTES
  }

  get isFull(): boolean {
    return this.#used === this.#bytes.length
  }

  /** The owner takes a full body before it adds; adding to a full one throws. */
  add(index: number, timeMs: number, bid: number, ask: number, flags: number): void {
    const at = this.#used
    this.#view.setUint16(at, index, true)
    writeInt64(this.#view, at + 2, timeMs)
    this.#view.setFloat64(at + 10, bid, true)
    this.#view.setFloat64(at + 18, ask, true)
    this.#view.setUint32(at + 26, flags, true)
    this.#used = at + TICK_BYTES
  }

  /** A body of its own with everything added so far; the writer is empty afterwards. */
  take(): Uint8Array {
    const body = this.#bytes.slice(0, this.#used)
    this.#used = 0
    return body
  }
}

export function encodeTicks(ticks: readonly WireTick[]): Uint8Array {
  const writer = new TickWriter(Math.max(1, ticks.length))
  for (const tick of ticks) writer.add(tick.index, tick.timeMs, tick.bid, tick.ask, tick.flags)
  return writer.take()
}
