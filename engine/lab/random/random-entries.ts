import { Random, streamSeed } from '../../broker-sim/random.ts'
import { hourOfWeek } from '../../domain/market/session-clock.ts'
import type { Candidates } from '../candidates/candidates.ts'
import type { TradedTape } from '../outcome/tape-blocks.ts'
import { TradePlayer } from '../outcome/trade-player.ts'
import { hoursOfTape } from './hours-of-tape.ts'

export type RandomChoices = Readonly<{
  /** Random entries for each candidate. */
  draws: number
  seed: number
  /** Entries are drawn from minutes in [fromMs, toMs): the span that the candidates are of. */
  fromMs: number
  toMs: number
  /** How many times the costs, as 1 or 2. */
  multiple: number
}>

/** A draw whose trade the data leaves open is drawn again, so often at the most. */
const TRIES = 20

/**
 * What trades without any idea would have come to: for each candidate of the tape's pair (`rows` of `candidates`), so many
 * entries at random minutes of the same hour of the week, on a random side, with the candidate's own stop, target and time.
 * Row k's results in R, NaN where the data is too short, at k·draws. The seed, the pair and a row's own bar and setup decide
 * them, so that a candidate has the same random entries whichever others are asked with it.
 */
export function randomEntries(
  traded: TradedTape,
  candidates: Candidates,
  rows: ArrayLike<number>,
  { draws, seed, fromMs, toMs, multiple }: RandomChoices,
): Float32Array {
  const { tape } = traded
  const { minutes, bounds } = hoursOfTape(tape, fromMs, toMs)
  const player = new TradePlayer(traded)
  const random = new Random(seed)
  const pairSeed = streamSeed(seed, `random entries ${tape.pair}`)
  const results = new Float32Array(rows.length * draws).fill(Number.NaN)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    const entryMs = candidates.entryMs[row] as number
    const stop = candidates.stop[row] as number
    const target = candidates.target[row] as number
    const lastsMs = (candidates.timeExitMs[row] as number) - entryMs
    const hour = hourOfWeek(entryMs)
    const from = bounds[hour] as number
    const choices = (bounds[hour + 1] as number) - from
    if (choices === 0) continue
    random.reseed(
      pairSeed,
      Math.floor((candidates.barMs[row] as number) / 60_000) * 8 + (candidates.setup[row] as number),
    )
    for (let draw = 0; draw < draws; draw++) {
      for (let tries = 0; tries < TRIES; tries++) {
        const at = minutes[from + random.below(choices)] as number
        const side = random.uniform() < 0.5 ? 1 : -1
        player.play({ at, side, stop, target, timeExitMs: (tape.openMs[at] as number) + lastsMs }, multiple)
        if (!Number.isNaN(player.r)) break
      }
      results[k * draws + draw] = player.r
    }
  }
  return results
}
