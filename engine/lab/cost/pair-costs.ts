import { baseOf, quoteOf, type Pair } from '../../contracts/pairs.ts'
import { usualSpreadAt } from '../../broker-sim/generator/usual-spread.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { pointsPerPip } from '../../domain/market/price.ts'
import type { KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'

/**
 * Commission of a retail ECN account, both sides together, pips. EURUSD, GBPUSD, AUDUSD, USDCHF, USDJPY and USDCAD from
 * venom-study §1; the others are set to the same figures and are not measured.
 */
// prettier-ignore
const COMMISSION_PIPS: Readonly<Record<Pair, number>> = {
  EURUSD: 0.7, GBPUSD: 0.7, AUDUSD: 0.7, USDCHF: 0.7, USDJPY: 0.75, USDCAD: 0.9,
  NZDUSD: 0.7, EURGBP: 0.7, EURJPY: 0.75, GBPJPY: 0.75, AUDJPY: 0.75, EURAUD: 0.7, GBPAUD: 0.7, GBPNZD: 0.7, GBPCHF: 0.7,
}
/** Slippage of an entry, and of a stop or a time exit, pips (study §1). A target slips neither way. */
const ENTRY_SLIP_PIPS = 0.05
const EXIT_SLIP_PIPS = 0.2

/** The modelled spread changes at these steps of New York's clock at the most. */
const MODEL_STEP_MS = 5 * MINUTE_MS

/** What holding over 17:00 New York earns (> 0) or costs (< 0) a night. */
export type NightSwap = Readonly<{ long: number; short: number }>

/** What trading one pair costs, in points of its tape; the cost multiple is applied where a trade is played. */
export type PairCosts = Readonly<{
  /** `model`: the data holds bids only, and the spreads are the usual ones of the pair and New York's clock. */
  spreadFrom: 'model' | 'bars' | 'ticks'
  /** At the open of each minute of the tape. */
  spread: Int32Array
  /** Both sides together. */
  commission: number
  entrySlip: number
  exitSlip: number
  /** Null: not known, and nothing is charged. */
  swap: NightSwap | null
}>

export type CostChoices = Readonly<{
  /** Where spreads are modelled, they widen around announcements of high importance; null: none are known. */
  calendar?: KnownCalendar | null
  /** Both sides together, pips; without it the study's. */
  commissionPips?: number
  /** Pips a night; null or without it: not known, and 0 is charged. */
  swapPips?: NightSwap | null
}>

export function pairCosts(
  tape: MinuteTape,
  { commissionPips, swapPips = null, calendar = null }: CostChoices = {},
): PairCosts {
  const pip = pointsPerPip(tape.digits)
  const { spreadSource } = tape
  return {
    spreadFrom: spreadSource === 'none' ? 'model' : spreadSource,
    spread: spreadSource === 'none' ? widened(usualSpreads(tape), tape, calendar) : tape.spread,
    commission: (commissionPips ?? COMMISSION_PIPS[tape.pair]) * pip,
    entrySlip: ENTRY_SLIP_PIPS * pip,
    exitSlip: EXIT_SLIP_PIPS * pip,
    swap: swapPips && { long: swapPips.long * pip, short: swapPips.short * pip },
  }
}

function usualSpreads({ pair, digits, length, openMs }: MinuteTape): Int32Array {
  const spreads = new Int32Array(length)
  let step = Number.NaN
  let spread = 0
  for (let at = 0; at < length; at++) {
    const timeMs = openMs[at] as number
    const stepNow = Math.floor(timeMs / MODEL_STEP_MS)
    if (stepNow !== step) {
      step = stepNow
      spread = usualSpreadAt(pair, digits, timeMs)
    }
    spreads[at] = spread
  }
  return spreads
}

/** Minutes from an announcement of high importance on, up to but without the second; the spread is so many times as wide. */
const AROUND_NEWS = [
  [-1, 3, 4],
  [3, 11, 2],
] as const

/** Venom-study §1. Where two announcements meet, the wider spread stands. */
function widened(
  usual: Int32Array,
  { pair, openMs }: MinuteTape,
  calendar: KnownCalendar | null,
): Int32Array {
  const loud = calendar?.events.filter(
    ({ importance, exact, currency }) =>
      importance === 'high' && exact && (currency === baseOf(pair) || currency === quoteOf(pair)),
  )
  if (!loud || loud.length === 0) return usual
  const spreads = usual.slice()
  for (const { timeMs } of loud)
    for (const [from, to, times] of AROUND_NEWS) {
      const untilMs = timeMs + to * MINUTE_MS
      for (let at = firstFrom(openMs, timeMs + from * MINUTE_MS); (openMs[at] ?? untilMs) < untilMs; at++)
        spreads[at] = Math.max(spreads[at] as number, times * (usual[at] as number))
    }
  return spreads
}

/** The first minute that opens at or after a time. */
function firstFrom(openMs: Float64Array, timeMs: number): number {
  let from = 0
  let to = openMs.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((openMs[middle] as number) < timeMs) from = middle + 1
    else to = middle
  }
  return from
}
