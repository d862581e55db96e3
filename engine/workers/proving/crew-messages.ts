import type { KeptFile } from '../../adapters/lab-store/index.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { BacktestPiece } from '../../lab/backtest/backtest.ts'
import type { Candidates } from '../../lab/candidates/candidates.ts'
import type { MarketEntries } from '../../lab/candidates/market-entries.ts'
import type { RandomOfPair } from '../../lab/random/random-drawing.ts'
import type { RandomTask } from '../../lab/random/random-task.ts'
import type { FoldForecasts } from '../../lab/walk-forward/fold-forecasts.ts'
import type { PairEnd } from '../../lab/walk-forward/walk-forward.ts'
import type { Fold } from '../../lab/walk-forward/windows.ts'
import type { StoreFaultCode } from '../../ports/store-fault.ts'
import type { BacktestWish, DataWish } from './parts.ts'
import type { Sent } from './sent-rows.ts'

export type SentGathered = Readonly<{ candidates: Sent<Candidates>; market: Sent<MarketEntries> }>
type Passed<T> = Extract<T, { is: 'passed' }>
/** What was gathered of a pair is kept in files: the first holds everything but the features, and where those lie. */
export type KeptPair =
  | Exclude<PairEnd, { is: 'passed' }>
  | (Passed<PairEnd> & Readonly<{ kept: readonly [KeptFile, ...KeptFile[]] }>)
export type SentPiece =
  | Exclude<BacktestPiece, { is: 'passed' }>
  | (Omit<Passed<BacktestPiece>, 'candidates'> & Pick<SentGathered, 'candidates'>)

/** Parts of the work by name: what goes to a member of the crew, and what comes back. Both ends are of one build. */
export type Parts = {
  backtest: { asked: BacktestWish; done: SentPiece }
  /** `files`: how the names of the files begin that it is kept in. */
  pair: { asked: Readonly<{ data: DataWish; pair: Pair; files: string }>; done: KeptPair }
  gather: { asked: Readonly<{ pairs: readonly KeptFile[] }>; done: SentGathered }
  fold: { asked: Readonly<{ gathered: SentGathered; fold: Fold }>; done: FoldForecasts }
  random: { asked: Readonly<{ data: DataWish; task: RandomTask }>; done: RandomOfPair }
}
export type PartName = keyof Parts
export type Part = { [Name in PartName]: Readonly<{ part: Name } & Parts[Name]['asked']> }[PartName]

export type FromMember =
  | Readonly<{ is: 'done'; done: Parts[PartName]['done'] }>
  /** A disk that does not do what it should. */
  | Readonly<{ is: 'failed'; code: StoreFaultCode; text: string }>
  /** A bug of ours: its sentence, and where it happened. */
  | Readonly<{ is: 'broke'; text: string; stack: string }>
