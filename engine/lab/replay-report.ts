import type { ClosedTrade, Mission, Refusal, StoredEvent } from '../contracts/index.ts'
import type { ReplayReport, TickColumns, TickSource } from '../ports/index.ts'
import { MINUTE_MS } from '../domain/market/civil.ts'
import { TIMEFRAMES, type Timeframe } from '../domain/market/timeframe.ts'
import type { ReplayDesk } from './replay-desk.ts'

type PairCount = { ticks: number; minutes: number; lastMinute: number }

/** Counts what a replay tells. */
export class ReplayTally {
  readonly #source: TickSource
  readonly #pairs: PairCount[]
  readonly #missions: Mission[] = []
  readonly #refusals: { mission: Mission; refusals: readonly Refusal[] }[] = []
  readonly #refusedBy: Record<string, number> = {}
  readonly #deniedBy: Record<string, number> = {}
  readonly #trades: ClosedTrade[] = []
  #xp = 0
  #fromMs: number | null = null
  #toMs: number | null = null
  ticks = 0

  constructor(source: TickSource) {
    this.#source = source
    this.#pairs = source.pairs.map(() => ({ ticks: 0, minutes: 0, lastMinute: -1 }))
  }

  onTicks({ length, timeMs, pair }: TickColumns, shiftMs: number): void {
    for (let k = 0; k < length; k++) {
      const count = this.#pairs[pair[k] as number] as PairCount
      const minute = Math.floor(((timeMs[k] as number) + shiftMs) / MINUTE_MS)
      count.ticks++
      if (minute !== count.lastMinute) count.minutes++
      count.lastMinute = minute
    }
    this.ticks += length
    this.#fromMs ??= timeMs[0] as number
    this.#toMs = (timeMs[length - 1] as number) + shiftMs
  }

  onTold(events: readonly StoredEvent[]): void {
    for (const { event } of events) {
      switch (event.kind) {
        case 'missionIssued':
          this.#missions.push(event.mission)
          break
        case 'missionRefused':
          this.#refusals.push({ mission: event.mission, refusals: event.refusals })
          for (const { code } of event.refusals) this.#refusedBy[code] = (this.#refusedBy[code] ?? 0) + 1
          break
        case 'fireDenied':
          for (const { code } of event.denials) this.#deniedBy[code] = (this.#deniedBy[code] ?? 0) + 1
          break
        case 'tradeClosed':
          this.#trades.push(event.trade)
          break
        case 'xpAwarded':
          this.#xp += event.xp
          break
        default:
      }
    }
  }

  report(desk: ReplayDesk | null, head: { events: number; hash: string }): ReplayReport {
    const trades = this.#trades
    return {
      data: this.#source.report(),
      ticks: this.ticks,
      fromMs: this.#fromMs,
      toMs: this.#toMs,
      bars: this.#bars(desk),
      missions: this.#missions,
      refusals: this.#refusals,
      refusedBy: this.#refusedBy,
      deniedBy: this.#deniedBy,
      orders: desk ? desk.orders() : [],
      trades,
      summary: {
        source: 'simulated',
        trades: trades.length,
        wins: trades.filter(trade => trade.netCents > 0).length,
        sumR: trades.reduce((sum, trade) => sum + trade.r, 0),
        netCents: trades.reduce((sum, trade) => sum + trade.netCents, 0),
        xp: this.#xp,
      },
      events: head.events,
      hash: head.hash,
    }
  }

  #bars(desk: ReplayDesk | null): ReplayReport['bars'] {
    return this.#source.pairs.map((pair, at) => {
      const series = desk?.terminal?.of(pair)?.market.bars.series
      const closed = Object.fromEntries(
        TIMEFRAMES.map(timeframe => [timeframe, series?.[timeframe].total ?? 0]),
      ) as Record<Timeframe, number>
      return { pair, minutes: this.#pairs[at]?.minutes ?? 0, closed }
    })
  }
}
