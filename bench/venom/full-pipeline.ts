/**
 * The whole pipeline over M1 on one core: bars of six timeframes, norms, the volatility model and every reading, regimes, six
 * setups, and each proposal through features, model, value gate, overlay and CITADEL, as the desk assesses it. Beside it the
 * floor of the same run, bars alone, and the lab's own pass, which plays each candidate to its end at four costs as well.
 */
import { ModelFile } from '../../engine/contracts/model.ts'
import { SymbolBars } from '../../engine/domain/market/symbol-bars.ts'
import { SymbolMarket } from '../../engine/domain/market/symbol-market.ts'
import { barEndMs, TIMEFRAME_BIT, type Timeframes } from '../../engine/domain/market/timeframe.ts'
import { assess } from '../../engine/domain/venom/assess.ts'
import { Calibrator } from '../../engine/domain/venom/confidence/calibrator.ts'
import { RegimeWatch } from '../../engine/domain/venom/regime-watch.ts'
import type { Setup } from '../../engine/domain/venom/setup.ts'
import { SETUPS } from '../../engine/domain/venom/setups/index.ts'
import { collectCandidates } from '../../engine/lab/candidates/collect-candidates.ts'
import { pairCosts } from '../../engine/lab/cost/pair-costs.ts'
import { newMinute, readMinute, type Minute } from '../../engine/lab/outcome/minute.ts'
import { tradedTape, type TradedTape } from '../../engine/lab/outcome/tape-blocks.ts'
import model from '../../resources/models/majors-2018-08.json' with { type: 'json' }
import type { Figure } from '../lib/figures.ts'
import { heapOf } from '../lib/heap.ts'
import { medianTimes } from '../lib/rounds.ts'
import { yearOfMinutes } from './tapes.ts'

const ROUNDS = 7
const MODEL = ModelFile.parse(model)

function everyMinute(traded: TradedTape, take: (minute: Minute, at: number) => void): void {
  const minute = newMinute()
  for (let at = 0; at < traded.tape.length; at++) {
    readMinute(traded, at, minute)
    take(minute, at)
  }
}

function barsAlone(traded: TradedTape): number {
  const bars = new SymbolBars(() => undefined)
  everyMinute(traded, minute => bars.closedMinute(minute))
  return bars.series.M1.total
}

/** One pair through the pipeline; counts what it made, so that a bench that measures nothing is seen. */
class WholePipeline {
  readonly #traded: TradedTape
  readonly #market: SymbolMarket
  readonly #regime = new RegimeWatch()
  readonly #calibrator = new Calibrator(MODEL)
  #at = 0
  assessed = 0
  valuable = 0

  constructor(traded: TradedTape) {
    this.#traded = traded
    this.#market = new SymbolMarket(traded.tape.pair, traded.tape.digits, closed => this.#onClosed(closed))
  }

  run(): this {
    everyMinute(this.#traded, (minute, at) => {
      this.#at = at
      this.#market.spreadNorm.add(minute.openMs, minute.spread)
      this.#market.closedMinute(minute)
    })
    return this
  }

  #onClosed(closed: Timeframes): void {
    if ((closed & TIMEFRAME_BIT.M15) !== 0) this.#regime.onQuarterHour(this.#market)
    for (const setup of SETUPS) {
      if ((closed & TIMEFRAME_BIT[setup.timeframe]) !== 0) this.#ask(setup)
    }
  }

  #ask(setup: Setup): void {
    const market = this.#market
    const closeMs = barEndMs(setup.timeframe, market.bars.series[setup.timeframe].openMs(0))
    const proposal = setup.propose(market, closeMs)
    const { tape, costs } = this.#traded
    const nowMs = tape.openMs[this.#at + 1]
    if (proposal === null || nowMs === undefined) return
    const bid = tape.open[this.#at + 1] as number
    const ask = bid + (costs.spread[this.#at + 1] as number)
    const { quality } = assess(market, setup, proposal, {
      nowMs,
      closeMs,
      quote: { bid, ask, atMs: nowMs, staleAfterMs: null, usualSpread: market.spreadNorm.at(nowMs) },
      commissionPoints: costs.commission,
      calendar: null,
      noCalendar: 'warn',
      regime: this.#regime,
      calibrator: this.#calibrator,
      open: [],
      riskPct: 1,
      sniperBound: null,
    })
    this.assessed++
    if (quality !== null) this.valuable++
  }
}

export async function fullPipeline(): Promise<Figure[]> {
  const { name, tapes } = await yearOfMinutes()
  const traded = tapes.map(tape => tradedTape(tape, pairCosts(tape)))
  const bars = tapes.reduce((sum, { length }) => sum + length, 0)
  const times = medianTimes(ROUNDS, {
    barsAlone: () => traded.forEach(barsAlone),
    whole: () => traded.forEach(one => new WholePipeline(one).run()),
    lab: () => traded.forEach(one => collectCandidates({ traded: one, calendar: null })),
  })
  const made = traded.map(one => new WholePipeline(one).run())
  const count = (of: (pipeline: WholePipeline) => number) => made.reduce((sum, one) => sum + of(one), 0)
  const { allocated } = heapOf(() => traded.forEach(one => new WholePipeline(one).run()))
  const rate = (ms: number) => (bars / ms) * 1_000
  return [
    { name: `full pipeline, ${name}, bars alone (floor)`, value: rate(times.barsAlone), unit: 'bars/s' },
    {
      name: `full pipeline, ${name}, one core`,
      value: rate(times.whole),
      unit: 'bars/s',
      bound: { atLeast: 400_000 },
    },
    { name: `full pipeline, ${name}, with outcomes in the lab`, value: rate(times.lab), unit: 'bars/s' },
    { name: `full pipeline, ${name}, minutes`, value: bars, unit: 'bars' },
    { name: `full pipeline, ${name}, proposals assessed`, value: count(one => one.assessed), unit: 'setups' },
    {
      name: `full pipeline, ${name}, of them above the gate`,
      value: count(one => one.valuable),
      unit: 'setups',
    },
    { name: `full pipeline, ${name}, allocated`, value: allocated / bars, unit: 'B/bar' },
  ]
}
