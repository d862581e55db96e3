/**
 * The generated market from minute to minute: where each leg opens, how it moves and where it closes. What happens within
 * a minute is made from this and the seed alone, so any minute can be made again.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import { baseOf, quoteOf } from '../../contracts/pairs.ts'
import { Random, streamSeed } from '../random.ts'
import { liveliness, newYorkTime, openMinuteAfter, openMinuteFrom } from './day-shape.ts'
import { FACTORS, LEGS, type Leg } from './legs.ts'
import { closingMove, emptyMinute, type Minute } from './minute.ts'
import { News, newsVolatility } from './news.ts'
import { CHARACTER, firstRegime, nextRegime, type Regime } from './regimes.ts'

type Mood = { price: number; mean: number; heat: number; regime: Regime }
type Checkpoint = Readonly<{ openMs: number; moods: readonly Mood[] }>

/** Where the walk stood when a day began, so that no one walks the whole way twice. Shared by walks of one seed. */
export type Checkpoints = Map<number, Checkpoint>

/** The mean that prices are pulled to follows them with this half-life or so. */
const MEAN_MINUTES = 240
/** Volatility's own slow wandering: pulled back to 1, kicked every minute, kept within bounds. */
const HEAT = { pull: 0.002, kick: 0.02, least: 0.5, most: 2 }
const WEEKEND_GAP = 0.3

export class Walk {
  readonly minute: Minute
  readonly #originMs: number
  readonly #seed: number
  readonly #random = new Random(0)
  readonly #news: News
  readonly #checkpoints: Checkpoints
  #moods: Mood[]

  constructor(seed: number, originMs: number, checkpoints: Checkpoints) {
    this.#seed = streamSeed(seed, 'walk')
    this.#news = new News(seed)
    this.#checkpoints = checkpoints
    this.#originMs = openMinuteFrom(originMs)
    this.#random.reseed(this.#seed, 0)
    this.#moods = LEGS.map(({ price }) => ({
      price,
      mean: price,
      heat: 1,
      regime: firstRegime(this.#random),
    }))
    this.minute = emptyMinute()
    this.#draw(this.#originMs)
    checkpoints.set(dayOf(this.#originMs), this.#checkpoint())
  }

  /** To the next minute of the market's week. */
  advance(): void {
    const { minute } = this
    for (const [index, mood] of this.#moods.entries()) {
      mood.price *= 1 + closingMove(minute, index)
      mood.mean += (mood.price - mood.mean) / MEAN_MINUTES
      mood.heat += (1 - mood.heat) * HEAT.pull + HEAT.kick * this.#random.bell()
      mood.heat = Math.min(HEAT.most, Math.max(HEAT.least, mood.heat))
      mood.regime = nextRegime(mood.regime, this.#random)
    }
    const before = minute.openMs
    this.#draw(openMinuteAfter(before))
    if (dayOf(before) !== dayOf(minute.openMs))
      this.#checkpoints.set(dayOf(minute.openMs), this.#checkpoint())
  }

  /** To the first minute of the market's week at or after `utcMs`; not before the walk's origin. */
  seek(utcMs: number): void {
    const target = openMinuteFrom(Math.max(this.#originMs, Math.floor(utcMs / MINUTE_MS) * MINUTE_MS))
    const saved = this.#lastCheckpoint(target)
    if (this.minute.openMs > target || this.minute.openMs < saved.openMs) this.#restore(saved)
    while (this.minute.openMs < target) this.advance()
  }

  #lastCheckpoint(utcMs: number): Checkpoint {
    for (let day = dayOf(utcMs); day >= dayOf(this.#originMs); day--) {
      const saved = this.#checkpoints.get(day)
      if (saved && saved.openMs <= utcMs) return saved
    }
    throw new Error('the walk has lost its origin')
  }

  /** A minute's draw reseeds, so that price and mood are all that has to be kept. */
  #checkpoint(): Checkpoint {
    return { openMs: this.minute.openMs, moods: this.#moods.map(mood => ({ ...mood })) }
  }

  #restore({ openMs, moods }: Checkpoint): void {
    this.#moods = moods.map(mood => ({ ...mood }))
    this.#draw(openMs)
  }

  #draw(openMs: number): void {
    const { minute } = this
    const random = this.#random
    random.reseed(this.#seed, openMs / MINUTE_MS)
    minute.openMs = openMs
    minute.local = newYorkTime(openMs)
    minute.releases = this.#news.on(openMs, minute.local)
    for (let factor = 0; factor < FACTORS; factor++) minute.shocks[factor] = random.gaussian()
    const weekend = openMs % HOUR_MS === 0 && openMinuteFrom(openMs - MINUTE_MS) === openMs
    for (const [index, leg] of LEGS.entries()) {
      const { price, mean, heat, regime } = this.#moods[index] as Mood
      const { volatility, lean, pull } = CHARACTER[regime.kind]
      const usual = leg.dailyMove / MINUTES_OF_DAY_ROOT
      const pace = liveliness(leg.day, minute.local) * heat * volatility
      const sigma = usual * pace * newsVolatility(minute.releases, leg.pair, openMs)
      minute.open[index] = price
      minute.pace[index] = pace
      minute.sigma[index] = sigma
      minute.drift[index] = regime.direction * lean * sigma + pull * (mean / price - 1)
      minute.jump[index] =
        newsJump(minute, leg) * usual + (weekend ? leg.dailyMove * WEEKEND_GAP * random.gaussian() : 0)
    }
  }
}

const MINUTES_OF_DAY_ROOT = Math.sqrt(1_440)

const dayOf = (utcMs: number): number => Math.floor(utcMs / DAY_MS)

/** A stronger dollar moves every leg by its share; another currency only moves its own. */
function newsJump({ releases, openMs }: Minute, { pair, dollar }: Leg): number {
  let jump = 0
  for (const { currency, atMs, shock } of releases) {
    if (atMs !== openMs) continue
    if (currency === 'USD') jump += shock * dollar
    else if (baseOf(pair) === currency) jump += shock
    else if (quoteOf(pair) === currency) jump -= shock
  }
  return jump
}
