import type { Pair } from '../../contracts/pairs.ts'
import { usualSpreadAt } from '../../broker-sim/generator/usual-spread.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { pointsPerPip } from '../../domain/market/price.ts'
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

/** What holding over 17:00 New York earns (> 0) or costs (< 0), points a night. */
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
  /** Both sides together, pips; without it the study's. */
  commissionPips?: number
  swap?: NightSwap
}>

export function pairCosts(tape: MinuteTape, { commissionPips, swap }: CostChoices = {}): PairCosts {
  const pip = pointsPerPip(tape.digits)
  const { spreadSource } = tape
  return {
    spreadFrom: spreadSource === 'none' ? 'model' : spreadSource,
    spread: spreadSource === 'none' ? usualSpreads(tape) : tape.spread,
    commission: (commissionPips ?? COMMISSION_PIPS[tape.pair]) * pip,
    entrySlip: ENTRY_SLIP_PIPS * pip,
    exitSlip: EXIT_SLIP_PIPS * pip,
    swap: swap ?? null,
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
