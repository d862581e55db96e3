import type { Archive } from '../adapters/ledger/index.ts'
import type { Mission } from '../contracts/mission.ts'
import type {
  ChartFacts,
  ChartPicture,
  ChartPictureQuery,
  EquityPicture,
  EquityPictureQuery,
  NoPicture,
} from '../contracts/pictures.ts'
import { EpochMs, Points } from '../contracts/primitives.ts'
import type { Query } from '../contracts/queries.ts'
import { MINUTE_MS } from '../domain/market/civil.ts'
import { missionStory } from '../domain/missions-log/mission-story.ts'
import { candlesOf } from '../domain/notebook/bars-around.ts'
import { equityFacts } from '../domain/pictures/equity.ts'
import { CANDLES, chartWindow, FEWEST_CANDLES, sessionSpans } from '../domain/pictures/market-chart.ts'
import { counted } from '../domain/words/figures.ts'
import type { KeptMinutes } from './kept-minutes.ts'
import type { RecordDesk } from './record/record-desk.ts'

export type PictureQuery = ChartPictureQuery | EquityPictureQuery
export const isPictureQuery = (query: Query): query is PictureQuery =>
  query.kind === 'chartPicture' || query.kind === 'equityPicture'

type Parts = Readonly<{
  minutes: KeptMinutes
  record: RecordDesk
  archive: Pick<Archive, 'storyEvents'>
}>
type Asked = Pick<ChartFacts, 'pair' | 'account' | 'terminal' | 'plan' | 'open'>

/** Draws markets and results for a chat. What draws is loaded when the first one is asked for. */
export class PicturesDesk {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Null: it was stopped meanwhile. Throws `StoreFault` when the ledger or the minutes cannot be read. */
  async answer(query: PictureQuery): Promise<ChartPicture | EquityPicture | null> {
    return query.kind === 'equityPicture' ? this.equity(query) : this.chart(query)
  }

  async chart({ of, clock }: Pick<ChartPictureQuery, 'of' | 'clock'>): Promise<ChartPicture> {
    if (of.is === 'market') {
      const { pair, account, terminal, open } = of
      return this.#draw({ pair, account, terminal, open, plan: null }, clock)
    }
    const story = missionStory(this.#parts.archive.storyEvents(of.mission))
    if (story === null) return nothing(`The ledger knows no mission ${of.mission}.`)
    return this.#draw(ofMission(story.mission), clock)
  }

  async #draw(asked: Asked, clock: ChartPictureQuery['clock']): Promise<ChartPicture> {
    const { pair, terminal, plan } = asked
    const reader = this.#parts.minutes.open()
    const { frameMinutes, beforeMs, minutes } = chartWindow(
      plan,
      clock?.terminal === terminal ? clock.marketMs : null,
    )
    const frameMs = frameMinutes * MINUTE_MS
    const kept = reader?.latest(terminal, pair, beforeMs, minutes) ?? []
    const candles = candlesOf(kept, frameMs).slice(-CANDLES)
    const [first, last] = [candles[0], kept.at(-1)]
    const digits = reader?.digits(terminal, pair) ?? null
    if (candles.length < FEWEST_CANDLES || !first || !last || digits === null)
      return nothing(
        `Of ${pair} at ${terminal} ${counted(candles.length, 'bar')} of ${frameMinutes} min ${candles.length === 1 ? 'is' : 'are'} kept; a chart takes ${FEWEST_CANDLES}.`,
      )
    const facts: ChartFacts = {
      ...asked,
      digits,
      frameMinutes,
      candles: candles.length,
      fromMs: EpochMs.parse(first.openMs),
      last: { price: Points.parse(last.close), closedMs: EpochMs.parse(last.openMs + MINUTE_MS) },
      sessions: sessionSpans(candles, frameMs),
    }
    const { marketChart } = await import('../adapters/pictures/index.ts')
    return { is: 'picture', png: await marketChart(candles, facts, { theme: 'nightOps' }), facts }
  }

  async equity({
    account,
    currency,
  }: Pick<EquityPictureQuery, 'account' | 'currency'>): Promise<EquityPicture | null> {
    const books = await this.#parts.record.upToDate()
    if (books === null) return null
    const facts = equityFacts(books.debrief, { account, currency })
    if (facts === null)
      return nothing('Fewer than two trades of this kind of money are closed: that is no curve yet.')
    const { equityChart } = await import('../adapters/pictures/index.ts')
    return { is: 'picture', png: await equityChart(facts, { theme: 'nightOps' }), facts }
  }
}

const ofMission = (plan: Mission): Asked => ({
  pair: plan.pair,
  account: plan.kind,
  terminal: plan.terminal,
  plan,
  open: [],
})

const nothing = (text: string): NoPicture => ({ is: 'nothing', text })
