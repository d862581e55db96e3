import type { KeptFact } from '../contracts/simulator-state.ts'
import type { BodyOf, JsonMessageType, TerminalMessageType } from '../contracts/wire/index.ts'
import { encodeBars, encodeBody } from '../wire/index.ts'
import type { StoredBar } from '../ports/bar-store.ts'
import type { BrokerFact } from '../broker-sim/index.ts'
import { pointsPerUnit } from '../domain/market/price.ts'
import { FactKeeper } from './fact-keeper.ts'
import type { Link } from './link.ts'
import { TickFlow } from './tick-flow.ts'
import type { HeaderExtra } from './session.ts'

type Said = Extract<TerminalMessageType, JsonMessageType>

/**
 * Everything this terminal says, in an order that makes sense: ticks before what they led to, facts before the snapshots
 * that show them. While the terminal is busy with an order it says nothing, as a real one does.
 */
export class Speaker {
  readonly ticks: TickFlow
  readonly facts: FactKeeper
  readonly #link: Link
  #isBusy = false

  constructor(link: Link, earlier: readonly KeptFact[]) {
    this.#link = link
    this.ticks = new TickFlow(body => link.say('ticks', body))
    this.facts = new FactKeeper(earlier, (fact, mayBeRepeat) => this.#fact(fact, mayBeRepeat))
  }

  /** Whether there is a session, busy or not. */
  get isLive(): boolean {
    return this.#link.isLive
  }

  /** Whether anybody hears it now. */
  get isHeard(): boolean {
    return this.#link.isLive && !this.#isBusy
  }

  /** A session begins or has ended: numbers start anew. */
  reset(): void {
    this.ticks.reset()
    this.facts.reset()
  }

  say<T extends Said>(type: T, body: BodyOf<T>, extra?: HeaderExtra): number | null {
    if (!this.isHeard) return null
    this.ticks.flush()
    return this.#link.say(type, encodeBody(type, body), extra)
  }

  /** Sends what was collected. */
  flush(): void {
    if (this.isHeard) this.ticks.flush()
  }

  /** Tells what is kept for the app, then what else the broker said. */
  tell(facts: readonly BrokerFact[]): void {
    if (!this.isHeard) return
    this.facts.tell()
    for (const fact of facts) {
      if (fact.type === 'verdict' || fact.type === 'deal') {
        if (fact.repeat) this.#fact(fact, true)
      } else this.say(fact.type, fact.body)
    }
  }

  /** Announces silence, and keeps it until `wake`. */
  sleep(ms: number): void {
    if (ms > 0) this.say('busy', { ms })
    this.#isBusy = true
  }

  wake(): void {
    this.#isBusy = false
  }

  /** One message of the answer to a history request. */
  bars(request: BodyOf<'history'>, bars: readonly StoredBar[], digits: number, isMore: boolean): void {
    if (!this.isHeard) return
    this.ticks.flush()
    const unit = pointsPerUnit(digits)
    const wire = bars.map(({ openMs, open, high, low, close, ticks, spread }) => ({
      timeMs: openMs,
      open: open / unit,
      high: high / unit,
      low: low / unit,
      close: close / unit,
      ticks,
      spreadPoints: spread,
    }))
    const about = { rq: request.id, i: request.index, tf: request.tf }
    this.#link.say('bars', encodeBars(wire), { ...about, ...(isMore && { more: 1 }) })
  }

  #fact({ type, body }: KeptFact, mayBeRepeat: boolean): number | null {
    const extra = mayBeRepeat ? ({ pd: 1 } as const) : {}
    return type === 'verdict' ? this.say('verdict', body, extra) : this.say('deal', body, extra)
  }
}
