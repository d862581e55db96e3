import { Random, streamSeed } from '../../broker-sim/random.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { hourOfWeek } from '../../domain/market/session-clock.ts'
import type { CandidateColumns } from '../candidates/candidates.ts'
import { SETUP_CODES } from '../candidates/codes.ts'
import type { TradedTape } from '../outcome/tape-blocks.ts'
import { TradePlayer, type Trade } from '../outcome/trade-player.ts'
import { hoursOfTape, type HoursOfTape } from './hours-of-tape.ts'

/** Random entries of one candidate, R at each cost; NaN where the data is too short. */
export type RandomDraws = Readonly<{ net1: Float32Array; net15: Float32Array; net2: Float32Array }>

/** Random entries for each candidate, where nobody says otherwise. */
export const USUAL_DRAWS = 200

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
 * What trades without any idea would have come to: for each candidate of the tape's pair, so many entries at random minutes of the
 * same hour of the week among the first `own` of the tape, on a random side, with the candidate's own stop, target and time, each
 * played at the three costs. The seed, the pair and a candidate's own bar and setup decide them, so that it has the same random
 * entries whichever others are asked with it.
 */
export class RandomEntries {
  readonly #drawn: RandomDraws
  readonly #entries: MatchedEntries
  readonly #player: TradePlayer

  constructor(traded: TradedTape, own: number, { draws, seed, ...span }: RandomChoices) {
    const results = () => new Float32Array(draws)
    this.#drawn = { net1: results(), net15: results(), net2: results() }
    this.#entries = new MatchedEntries(traded, hoursOfTape(traded.tape, own, span), seed)
    this.#player = new TradePlayer(traded)
  }

  /** Beside one candidate; good until the next one is asked for. */
  beside(candidates: CandidateColumns, row: number): RandomDraws {
    const { net1, net15, net2 } = this.#drawn
    for (const results of [net1, net15, net2]) results.fill(Number.NaN)
    if (this.#entries.match(candidates, row)) for (let draw = 0; draw < net1.length; draw++) this.#draw(draw)
    return this.#drawn
  }

  #draw(place: number): void {
    const { net1, net15, net2 } = this.#drawn
    for (let tries = 0; tries < TRIES; tries++) {
      const trade = this.#entries.next()
      const atDouble = this.#playedAt(trade, 2)
      const atHalfMore = this.#playedAt(trade, 1.5)
      const atOnce = this.#playedAt(trade, 1)
      if (Number.isNaN(atOnce + atHalfMore + atDouble)) continue
      net1[place] = atOnce
      net15[place] = atHalfMore
      net2[place] = atDouble
      return
    }
  }

  #playedAt(trade: Trade, multiple: number): number {
    this.#player.play(trade, multiple)
    return this.#player.r
  }
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
  match({ entryMs, barMs, timeExitMs, setup, stop, target }: CandidateColumns, row: number): boolean {
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
