/**
 * What a leg is doing for a while. The figures are plausible ones: trends lean on the price without carrying it, ranges
 * pull it back to its mean, and a compression often ends in a burst.
 *
 *   range ◄──► trend
 *     ▲ ╲       ╱ ▲
 *     │  compression
 *     │       │
 *     └──── burst
 */
import type { Random } from '../random.ts'

export type RegimeKind = 'range' | 'trend' | 'compression' | 'burst'

type Character = Readonly<{
  /** Times the usual volatility. */
  volatility: number
  /** Drift of a minute, in standard deviations of a minute. */
  lean: number
  /** Share of the distance from the mean that is pulled back in a minute. */
  pull: number
  minutes: readonly [number, number]
  /** Which may follow; one named twice follows twice as often. */
  next: readonly RegimeKind[]
}>

export const CHARACTER: Readonly<Record<RegimeKind, Character>> = {
  range: {
    volatility: 0.9,
    lean: 0,
    pull: 0.004,
    minutes: [120, 480],
    next: ['trend', 'trend', 'compression'],
  },
  trend: {
    volatility: 1,
    lean: 0.06,
    pull: 0.0004,
    minutes: [120, 600],
    next: ['range', 'range', 'compression'],
  },
  compression: {
    volatility: 0.55,
    lean: 0,
    pull: 0.002,
    minutes: [60, 240],
    next: ['burst', 'burst', 'range'],
  },
  burst: { volatility: 2, lean: 0.12, pull: 0.0004, minutes: [10, 45], next: ['trend', 'range'] },
}

export type Regime = Readonly<{ kind: RegimeKind; minutesLeft: number; direction: 1 | -1 }>

function begin(kind: RegimeKind, random: Random): Regime {
  const [least, most] = CHARACTER[kind].minutes
  const minutesLeft = least + random.below(most - least + 1)
  return { kind, minutesLeft, direction: random.below(2) === 0 ? 1 : -1 }
}

export const firstRegime = (random: Random): Regime => begin('range', random)

/** One minute later. */
export function nextRegime(regime: Regime, random: Random): Regime {
  if (regime.minutesLeft > 1) return { ...regime, minutesLeft: regime.minutesLeft - 1 }
  const { next } = CHARACTER[regime.kind]
  return begin(next[random.below(next.length)] as RegimeKind, random)
}
