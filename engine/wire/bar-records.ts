/**
 * `bars`: MQL5's MqlRates, 60 bytes, little-endian, packed:
 *
 *   0 i64 time, SECONDS UTC    8 f64 open   16 f64 high   24 f64 low   32 f64 close
 *   40 i64 tick volume    48 i32 spread, points    52 i64 real volume (0: nobody here reads it)
 *
 * `WireBar.timeMs` is milliseconds, as every time inside the house.
 */
import { LIMITS, type WireBar } from '../contracts/wire/index.ts'
import { isPrice, readInt64, RecordTally, viewOf, writeInt64, wrongLength, type RecordFaultCode, type RecordsRead } from './records.ts' // prettier-ignore
import type { WireRefusal } from './refusal.ts'

export const BAR_BYTES = 60
/** As many as fit into one body. */
export const MAX_BARS = Math.floor(LIMITS.bodyBytes / BAR_BYTES)

export type DecodedBars = Readonly<{ is: 'bars'; bars: readonly WireBar[]; read: RecordsRead }>

/** Sound bars in the order they came; a record that can't be a bar is left out and counted. */
export function decodeBars(body: Uint8Array): DecodedBars | WireRefusal {
  const refused = wrongLength('bars', body.byteLength, BAR_BYTES)
  if (refused) return refused
  const view = viewOf(body)
  const tally = new RecordTally()
  const bars: WireBar[] = []
  for (let at = 0; at < view.byteLength; at += BAR_BYTES) {
    const bar = readBar(view, at)
    const fault = barFault(bar)
    if (fault) tally.fault(fault, at / BAR_BYTES)
    else {
      tally.take()
      bars.push(bar)
    }
  }
  return { is: 'bars', bars, read: tally.result() }
}

function readBar(view: DataView, at: number): WireBar {
  return {
    timeMs: readInt64(view, at) * 1_000,
    open: view.getFloat64(at + 8, true),
    high: view.getFloat64(at + 16, true),
    low: view.getFloat64(at + 24, true),
    close: view.getFloat64(at + 32, true),
    ticks: readInt64(view, at + 40),
    spreadPoints: view.getInt32(at + 48, true),
  }
}

function barFault(bar: WireBar): RecordFaultCode | null {
  if (!(bar.timeMs >= 0) || !Number.isSafeInteger(bar.timeMs)) return 'BAD_TIME'
  if (![bar.open, bar.high, bar.low, bar.close].every(isPrice)) return 'BAD_PRICE'
  if (bar.low > Math.min(bar.open, bar.close) || bar.high < Math.max(bar.open, bar.close)) return 'BAD_RANGE'
  return bar.ticks >= 0 && bar.spreadPoints >= 0 ? null : 'BAD_COUNT'
}

/** One body; more bars than `MAX_BARS` are a bug of the caller and throw, because they need several messages. */
export function encodeBars(bars: readonly WireBar[]): Uint8Array {
  if (bars.length > MAX_BARS) throw new Error(`a body holds ${MAX_BARS} bars, not ${bars.length}`)
  const bytes = new Uint8Array(bars.length * BAR_BYTES)
  const view = viewOf(bytes)
  bars.forEach((bar, record) => {
    const at = record * BAR_BYTES
    writeInt64(view, at, Math.floor(bar.timeMs / 1_000))
    view.setFloat64(at + 8, bar.open, true)
    view.setFloat64(at + 16, bar.high, true)
    view.setFloat64(at + 24, bar.low, true)
    view.setFloat64(at + 32, bar.close, true)
    writeInt64(view, at + 40, bar.ticks)
    view.setInt32(at + 48, bar.spreadPoints, true)
  })
  return bytes
}
