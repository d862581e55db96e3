import type { ChartLevels } from '../contracts/card.ts'
import type { TradePicture } from '../contracts/journal.ts'
import type { ClosedTrade } from '../contracts/mission.ts'
import type { Ulid } from '../contracts/primitives.ts'
import { candlesOf, spanAround } from '../domain/notebook/bars-around.ts'
import type { Bar } from '../domain/market/bar-series.ts'
import type { KeptMinutes } from './kept-minutes.ts'
import type { RecordDesk } from './record/record-desk.ts'

/** Draws the chart of a closed trade from the minutes that are kept. What draws is loaded when the first one is asked for. */
export class ChartDesk {
  readonly #minutes: KeptMinutes
  readonly #record: RecordDesk

  constructor(minutes: KeptMinutes, record: RecordDesk) {
    this.#minutes = minutes
    this.#record = record
  }

  /** Null: it was stopped meanwhile. Throws `StoreFault` when the ledger or the minutes cannot be read. */
  async picture(order: Ulid): Promise<TradePicture | null> {
    const books = await this.#record.upToDate()
    if (books === null) return null
    const trade = books.notebook.trade(order)
    if (trade === null) return { is: 'unknown', text: `The ledger has no closed trade of order ${order}.` }
    const { tradeChart } = await import('../adapters/pictures/index.ts')
    return {
      is: 'chart',
      image: await tradeChart(this.#bars(trade), levelsOf(trade), { theme: 'nightOps' }),
    }
  }

  #bars({ terminal, pair, openMs, closeMs }: ClosedTrade): Bar[] {
    const reader = this.#minutes.open()
    if (reader === null) return []
    const { fromMs, untilMs, frameMs } = spanAround(openMs, closeMs)
    return candlesOf(reader.between(terminal, pair, fromMs, untilMs), frameMs)
  }
}

const levelsOf = ({
  pair,
  kind,
  side,
  digits,
  open,
  close,
  stop,
  target,
  openMs,
  closeMs,
}: ClosedTrade): ChartLevels => ({
  pair,
  account: kind,
  side,
  digits,
  entry: open,
  stop,
  target,
  entryMs: openMs,
  exit: { price: close, atMs: closeMs },
})
