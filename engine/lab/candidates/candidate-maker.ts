import { sessionAt } from '../../domain/market/session-clock.ts'
import type { SymbolMarket } from '../../domain/market/symbol-market.ts'
import type { KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import { assess, type Assessment } from '../../domain/venom/assess.ts'
import type { RegimeWatch } from '../../domain/venom/regime-watch.ts'
import type { Proposal, Setup } from '../../domain/venom/setup.ts'
import { excursions } from '../outcome/excursions.ts'
import type { TradedTape } from '../outcome/tape-blocks.ts'
import { OPEN, TradePlayer } from '../outcome/trade-player.ts'
import type { CandidateBook, CandidateRow } from './candidates.ts'
import {
  codeOf,
  PAIR_CODES,
  PLAN_CODES,
  refusalBits,
  REGIME_CODES,
  SESSION_CODES,
  SETUP_CODES,
} from './codes.ts'

/** What a trade risks where the account is not known: the usual percent. Only the exposure rules read it. */
const RISK_PCT = 1

/** Makes candidates of the proposals of one pair: assessed as the desk assesses them, and played to their end. */
export class CandidateMaker {
  readonly #traded: TradedTape
  readonly #before: number
  readonly #market: SymbolMarket
  readonly #regime: RegimeWatch
  readonly #calendar: KnownCalendar | null
  readonly #player: TradePlayer
  /** Filled again for every candidate. */
  readonly #row = {} as CandidateRow

  /** `before`: minutes of the pair that came before those of `traded`. */
  constructor(
    traded: TradedTape,
    before: number,
    market: SymbolMarket,
    regime: RegimeWatch,
    calendar: KnownCalendar | null,
  ) {
    this.#traded = traded
    this.#before = before
    this.#market = market
    this.#regime = regime
    this.#calendar = calendar
    this.#player = new TradePlayer(traded)
  }

  make(setup: Setup, proposal: Proposal, closeMs: number, entryAt: number, book: CandidateBook): void {
    const { tape, costs } = this.#traded
    const entryMs = tape.openMs[entryAt] as number
    this.#regime.heed(this.#calendar, tape.pair, entryMs)
    const assessment = this.#assess(setup, proposal, closeMs, entryAt)
    const row = this.#row
    row.pair = codeOf(PAIR_CODES, tape.pair)
    row.setup = codeOf(SETUP_CODES, setup.name)
    row.plan = codeOf(PLAN_CODES, setup.plan.name)
    row.session = codeOf(SESSION_CODES, sessionAt(entryMs))
    row.regime = codeOf(REGIME_CODES, this.#regime.regime)
    row.side = proposal.side === 'buy' ? 1 : -1
    row.barMs = closeMs
    row.entryMs = entryMs
    row.entryAt = this.#before + entryAt
    row.timeExitMs = assessment.timeExitMs
    row.stop = proposal.stopPoints
    row.target = Math.round(proposal.stopPoints * proposal.rewardRatio)
    row.spread = costs.spread[entryAt] as number
    row.p0 = assessment.p0
    row.costR = assessment.costR
    row.shield = assessment.shield.score
    row.refused = refusalBits(
      assessment.refusals.map(({ code }) => code).filter(code => code !== 'VALUE_BELOW_GATE'),
    )
    this.#play(row, entryAt)
    book.add(row, assessment.features)
  }

  /** The value gate is left to the second pass, which knows what had been resolved by then in all pairs. */
  #assess(setup: Setup, proposal: Proposal, closeMs: number, entryAt: number): Assessment {
    const { tape, costs } = this.#traded
    const nowMs = tape.openMs[entryAt] as number
    const bid = tape.open[entryAt] as number
    return assess(this.#market, setup, proposal, {
      nowMs,
      closeMs,
      quote: {
        bid,
        ask: bid + (costs.spread[entryAt] as number),
        atMs: nowMs,
        staleAfterMs: null,
        usualSpread: this.#market.spreadNorm.at(nowMs),
      },
      commissionPoints: costs.commission,
      calendar: this.#calendar,
      noCalendar: this.#calendar === null ? 'warn' : 'block',
      regime: this.#regime,
      calibrator: null,
      open: [],
      riskPct: RISK_PCT,
      sniperBound: null,
    })
  }

  /** Once without costs and three times with them. A trade whose end is not known at every cost is left open. */
  #play(row: CandidateRow, at: number): void {
    const player = this.#player
    const { tape, costs } = this.#traded
    const { side, stop, target, timeExitMs } = row
    const trade = { at, side, stop, target, timeExitMs }
    const resultAt = (multiple: number): number => {
      player.play(trade, multiple)
      return player.r
    }
    row.gross = resultAt(0)
    row.net15 = resultAt(1.5)
    row.net2 = resultAt(2)
    row.net1 = resultAt(1)
    const known = !Number.isNaN(row.gross + row.net15 + row.net2 + row.net1)
    row.ending = known ? player.ending : OPEN
    row.exitMs = tape.openMs[player.at] as number
    row.ambiguous = player.ambiguous ? 1 : 0
    row.net1Best = player.ambiguous ? (target - costs.commission - costs.entrySlip) / stop : row.net1
    const { worst, best } = excursions(this.#traded, trade, player.at, player.r)
    row.worst = worst
    row.best = best
  }
}
