/** Makes messages of what changed between two `status` files, in the order in which a session over ZeroMQ tells them. */
import type { BodyOf, FileStatus, Quote, WireTick } from '../../contracts/wire/index.ts'
import { encodeBody, encodeTicks } from '../../wire/index.ts'
import type { OutgoingSession } from '../roads/outgoing-session.ts'

export class StatusTeller {
  readonly #session: OutgoingSession
  /** Why no order may leave by this road, whatever the terminal says; null when they may. */
  readonly #forbidden: string | null
  readonly #told = new Map<string, string>()
  readonly #quotes = new Map<number, Quote>()
  #synced: string | null = null

  constructor(session: OutgoingSession, forbidden: string | null) {
    this.#session = session
    this.#forbidden = forbidden
  }

  /** What everything else refers to, so it comes first. */
  introduce({ specs }: FileStatus): void {
    this.#tellNews('specs', specs)
  }

  stands(status: FileStatus): void {
    this.#tellNews('account', status.account)
    this.#tellNews('positions', status.positions)
    this.#session.tell('beat', this.#beat(status.beat))
    this.#tellQuotes(status.quotes)
  }

  /** After all facts of its answer were told. */
  synced({ synced }: FileStatus): void {
    if (synced === null || synced === this.#synced) return
    this.#synced = synced
    this.#session.tell('synced', { id: synced })
  }

  #tellNews<T extends 'specs' | 'account' | 'positions'>(type: T, body: BodyOf<T>): void {
    const bytes = encodeBody(type, body)
    const text = Buffer.from(bytes).toString('utf8')
    if (this.#told.get(type) === text) return
    this.#told.set(type, text)
    this.#session.tellBytes(type, bytes)
  }

  #beat(beat: BodyOf<'beat'>): BodyOf<'beat'> {
    return this.#forbidden === null ? beat : { ...beat, denies: this.#forbidden }
  }

  /** A price that has not changed is no tick, and one that is older than the last is no news. */
  #tellQuotes(quotes: readonly Quote[]): void {
    const ticks: WireTick[] = []
    for (const quote of quotes) {
      const last = this.#quotes.get(quote.index)
      const isSame = last?.timeMs === quote.timeMs && last.bid === quote.bid && last.ask === quote.ask
      if (isSame || (last && quote.timeMs < last.timeMs)) continue
      this.#quotes.set(quote.index, quote)
      const { index, timeMs, bid, ask } = quote
      ticks.push({ index, timeMs, bid: Number(bid), ask: Number(ask), flags: 0 })
    }
    if (ticks.length > 0) this.#session.tellBytes('ticks', encodeTicks(ticks))
  }
}
