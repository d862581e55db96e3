/**
 * The crossing of two simple moving averages over M1 bars: long above, flat below, filled at the next bar's open, with an equity
 * curve. Beside it indicatorts' backtest, the fastest that npm has (it works on whole columns, fills at the close that gave the
 * signal, and keeps an equity curve too). The made bars open where the last one closed, so both must come to the same equity.
 */
import { Action, backtest, sma, type Asset } from 'indicatorts'
import { Sma } from '../../engine/domain/market/indicators/sma.ts'
import type { Figure } from '../lib/figures.ts'
import { medianTimes } from '../lib/rounds.ts'
import { madeBars, type MadeBars } from './made-bars.ts'

const FAST = 10
const SLOW = 30
const BARS = 500_000
const ROUNDS = 15

/** Profit since the start, as a share of it, at each close; what is bought is bought with all there is. */
function ours({ open, close }: MadeBars): Float64Array {
  const [fast, slow] = [new Sma(FAST), new Sma(SLOW)]
  const equity = new Float64Array(close.length)
  let cash = 1
  let units = 0
  let wanted = 0
  for (let k = 0; k < close.length; k++) {
    const price = close[k] as number
    if (wanted > 0 && cash > 0) {
      units = cash / (open[k] as number)
      cash = 0
    } else if (wanted < 0 && units > 0) {
      cash = units * (open[k] as number)
      units = 0
    }
    equity[k] = units * price + cash - 1
    const above = fast.commit(price) - slow.commit(price)
    wanted = above > 0 ? 1 : above < 0 ? -1 : 0
  }
  return equity
}

/** Writes over the column of the fast average, which is its own: a new one would cost the peer time. */
const theirStrategy = ({ closings }: Asset): Action[] => {
  const fast = sma(closings, { period: FAST })
  const slow = sma(closings, { period: SLOW })
  for (let k = 0; k < fast.length; k++) {
    const above = (fast[k] as number) - (slow[k] as number)
    fast[k] = k < SLOW - 1 || above === 0 ? Action.HOLD : above > 0 ? Action.BUY : Action.SELL
  }
  return fast
}

function assetOf({ open, high, low, close }: MadeBars): Asset {
  return {
    dates: Array.from(close, (_, k) => new Date(k * 60_000)),
    openings: [...open],
    highs: [...high],
    lows: [...low],
    closings: [...close],
    volumes: Array.from(close, () => 1),
  }
}

export function averageCross(): Figure[] {
  const bars = madeBars(BARS, 2018)
  const asset = assetOf(bars)
  const infos = [{ name: 'cross', strategy: theirStrategy }]
  const mine = ours(bars).at(-1) ?? Number.NaN
  const theirs = backtest(asset, infos)[0]?.gain ?? Number.NaN
  const times = medianTimes(ROUNDS, {
    ours: () => void ours(bars),
    indicatorts: () => void backtest(asset, infos),
  })
  const rate = (ms: number) => (BARS / ms) * 1_000
  return [
    {
      name: 'average cross, equity differs from indicatorts by',
      value: Math.abs(mine - theirs),
      unit: 'of start',
      bound: { atMost: 1e-9 },
    },
    { name: 'average cross, ours, next-open fills and equity', value: rate(times.ours), unit: 'bars/s' },
    { name: 'average cross, indicatorts backtest', value: rate(times.indicatorts), unit: 'bars/s' },
    {
      name: 'average cross, ours ÷ indicatorts, speed',
      value: times.indicatorts / times.ours,
      unit: '×',
      bound: { atLeast: 1.5 },
    },
  ]
}
