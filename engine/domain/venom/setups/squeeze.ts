import type { BarSeries } from '../../market/bar-series.ts'
import type { FrameReadings } from '../readings/frame-readings.ts'
import type { Proposal } from '../setup.ts'

const CHANNEL = 20

/**
 * A close out of a squeeze: the width rank of the bar before was below `rank`, and the close lies above every high of the 20
 * bars before (1) or below every low of them (−1). 0: neither, or too few bars.
 */
export function squeezeBreak(frame: FrameReadings, close: number, rank: number): 1 | -1 | 0 {
  if (!(frame.widthRankBefore < rank)) return 0
  if (close > frame.high20Before) return 1
  return close < frame.low20Before ? -1 : 0
}

/** What was broken, in figures and on the chart. */
export function squeezeSeen(
  frame: FrameReadings,
  bars: BarSeries,
  closeMs: number,
): Pick<Proposal, 'figures' | 'structure'> {
  const [low, high] = [frame.low20Before, frame.high20Before]
  return {
    figures: [
      { name: 'width rank of the bar before, 0 to 1', value: frame.widthRankBefore },
      { name: 'high of 20 bars, points', value: high },
      { name: 'low of 20 bars, points', value: low },
    ],
    structure: [
      { kind: 'zone', label: 'squeeze', fromMs: bars.openMs(CHANNEL), toMs: closeMs, low, high },
      {
        kind: 'level',
        label: 'break',
        fromMs: bars.openMs(0),
        toMs: closeMs,
        low: bars.close(0),
        high: bars.close(0),
      },
    ],
  }
}
