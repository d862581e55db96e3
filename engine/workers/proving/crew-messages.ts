import type { Pair } from '../../contracts/pairs.ts'
import type { BacktestPiece } from '../../lab/backtest/backtest.ts'
import type { RandomOfPair } from '../../lab/random/random-drawing.ts'
import type { RandomTask } from '../../lab/random/random-task.ts'
import type { FoldForecasts } from '../../lab/walk-forward/fold-forecasts.ts'
import type { Gathered } from '../../lab/walk-forward/gathered.ts'
import type { PairEnd } from '../../lab/walk-forward/walk-forward.ts'
import type { Fold } from '../../lab/walk-forward/windows.ts'
import type { BacktestWish, DataWish } from './parts.ts'

/** Parts of the work by name: what goes to a member of the crew, and what comes back. Both ends are of one build. */
export type Parts = {
  backtest: { asked: BacktestWish; done: BacktestPiece }
  pair: { asked: Readonly<{ data: DataWish; pair: Pair }>; done: PairEnd }
  fold: { asked: Readonly<{ gathered: Gathered; fold: Fold }>; done: FoldForecasts }
  random: { asked: Readonly<{ data: DataWish; task: RandomTask }>; done: RandomOfPair }
}
export type PartName = keyof Parts
export type Part = { [Name in PartName]: Readonly<{ part: Name } & Parts[Name]['asked']> }[PartName]

export type FromMember =
  | Readonly<{ is: 'done'; done: Parts[PartName]['done'] }>
  /** A bug of ours: its sentence, and where it happened. */
  | Readonly<{ is: 'broke'; text: string; stack: string }>
