import { Random, streamSeed } from '../../broker-sim/random.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { hourOfWeek } from '../../domain/market/session-clock.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { SETUP_CODES } from '../candidates/codes.ts'
import type { TradedTape } from '../outcome/tape-blocks.ts'
import { TradePlayer, type Trade } from '../outcome/trade-player.ts'
import { hoursOfTape, type HoursOfTape } from './hours-of-tape.ts'

/** Random entries of a list of rows: of its kth row at k·draws and on, R at each cost; NaN where the data is too short. */
export type RandomDraws = Readonly<{
  draws: number
  net1: Float32Array
  net15: Float32Array
  net2: Float32Array
}>

export type RandomChoices = Readonly<{
  /** Random entries for each candidate. */
  draws: number
  seed: number
  /** Entries are drawn from minutes in [fromMs, toMs): the span that the candidates are of. */
  fromMs: number
  toMs: number
}>

/** A draw whose trade the data leaves open is drawn again, so often at the most. */
const TRIES = 20

/**
 * What trades without any idea would have come to: for each candidate of the tape's pair (`rows` of `candidates`), so many
 * entries at random minutes of the same hour of the week, on a random side, with the candidate's own stop, target and time,
 * each played at the three costs. The seed, the pair and a row's own bar and setup decide them, so that a candidate has the
 * same random entries whichever others are asked with it.
 */
export function randomEntries(
  traded: TradedTape,
  candidates: Candidates,
  rows: ArrayLike<number>,
  { draws, seed, fromMs, toMs }: RandomChoices,
): RandomDraws {
  const results = () => new Float32Array(rows.length * draws).fill(Number.NaN)
  const drawn = { draws, net1: results(), net15: results(), net2: results() }
  const entries = new MatchedEntries(traded, hoursOfTape(traded.tape, fromMs, toMs), seed)
  const player = new TradePlayer(traded)
  const playedAt = (trade: Trade, multiple: number): number => {
    player.play(trade, multiple)
    return player.r
  }
  for (let k = 0; k < rows.length; k++) {
    if (!entries.match(candidates, rows[k] as number)) continue
    for (let place = k * draws; place < (k + 1) * draws; place++) {
      for (let tries = 0; tries < TRIES; tries++) {
        const trade = entries.next()
        const net2 = playedAt(trade, 2)
        const net15 = playedAt(trade, 1.5)
        const net1 = playedAt(trade, 1)
        if (Number.isNaN(net1 + net15 + net2)) continue
        drawn.net1[place] = net1
        drawn.net15[place] = net15
        drawn.net2[place] = net2
        break
      }
    }
  }
  return drawn
}

/** Random trades like a candidate. */
class MatchedEntries {
  readonly #openMs: Float64Array
  readonly #hours: HoursOfTape
  readonly #random = new Random(0)
  readonly #seed: number
  #from = 0
  #choices = 0
  #stop = 0
  #target = 0
  #lastsMs = 0

  constructor({ tape }: TradedTape, hours: HoursOfTape, seed: number) {
    this.#openMs = tape.openMs
    this.#hours = hours
    this.#seed = streamSeed(seed, `random entries ${tape.pair}`)
  }

  /** From here on trades are like this candidate. False when no minute is of its hour. */
  match({ entryMs, barMs, timeExitMs, setup, stop, target }: Candidates, row: number): boolean {
    const enteredMs = entryMs[row] as number
    const hour = hourOfWeek(enteredMs)
    this.#from = this.#hours.bounds[hour] as number
    this.#choices = (this.#hours.bounds[hour + 1] as number) - this.#from
    this.#stop = stop[row] as number
    this.#target = target[row] as number
    this.#lastsMs = (timeExitMs[row] as number) - enteredMs
    const bar = Math.floor((barMs[row] as number) / MINUTE_MS)
    this.#random.reseed(this.#seed, bar * SETUP_CODES.length + (setup[row] as number))
    return this.#choices > 0
  }

  next(): Trade {
    const at = this.#hours.minutes[this.#from + this.#random.below(this.#choices)] as number
    const side = this.#random.uniform() < 0.5 ? 1 : -1
    const timeExitMs = (this.#openMs[at] as number) + this.#lastsMs
    return { at, side, stop: this.#stop, target: this.#target, timeExitMs }
  }
}
