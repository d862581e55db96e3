/**
 * Orders to the predecessor's EA, one at a time. It neither expires nor acknowledges an order, so both are done here:
 *
 *            EA empties fire.txt          result with our id
 *   written ─────────────────────► read ─────────────────────► accepted, rejected
 *      │                            └── none in time ─────────► unknown
 *      └── validity over: taken back ── none in time ─────────► expired
 */
import type { EpochMs, Ulid } from '../../contracts/primitives.ts'
import type { Settings } from '../../contracts/settings.ts'
import type { BodyOf } from '../../contracts/wire/index.ts'
import { LegacyFiles, type Result } from './legacy-files.ts'
import type { LegacyQuote } from './market-data.ts'
import { pointDistances } from './point-distances.ts'

type LegacySettings = Settings['roads']['legacy']
type Fire = BodyOf<'fire'>
type Outcome = Pick<BodyOf<'verdict'>, 'is' | 'order' | 'text'>

export type LegacyOrdersOptions = Readonly<{
  settings: LegacySettings
  now(): EpochMs
  answer(id: Ulid, outcome: Outcome): void
}>

export type FreshQuote = LegacyQuote & Readonly<{ receivedMs: number }>

type Pending = Readonly<{ id: Ulid; untilMs: number; answerByMs: number; isTakenBack: boolean }>

/** Twice the interval of its feed. */
const STALE_MS = 10_000
/** Its timer looks every second, and its feed may hold it up for five. */
const ANSWER_MS = 10_000
/** Built into it: a fill may be so many points away. */
const ITS_DEVIATION = 10

export class LegacyOrders {
  readonly #options: LegacyOrdersOptions
  readonly #files: LegacyFiles | null
  #pending: Pending | null = null

  constructor(options: LegacyOrdersOptions) {
    this.#options = options
    const { folder } = options.settings
    this.#files = folder === null ? null : new LegacyFiles(folder)
  }

  /** Writes the order, or says why it can't be made safe. */
  fire(order: Fire, quote: FreshQuote | undefined): string | null {
    const nowMs = this.#options.now()
    const unsafe =
      this.#standing() ?? lotProblem(order, this.#options.settings) ?? quoteProblem(order, quote, nowMs)
    if (unsafe !== null) return unsafe
    if (!quote || !this.#files) throw new Error('an order passed the checks without a quote or a folder')
    const distances = pointDistances(order, quote)
    if (distances.is === 'refused') return distances.text
    const { id, symbol, side: type, comment, ttlMs } = order
    const { sl, tp } = distances
    this.#files.write({ signal_id: id, action: '', symbol, type, lot: Number(order.lots), sl, tp, comment })
    this.#pending = { id, untilMs: nowMs + ttlMs, answerByMs: nowMs + ttlMs + ANSWER_MS, isTakenBack: false }
    return null
  }

  /** Looks what became of the order that is out. Throws what the file system throws. */
  poll(): void {
    const pending = this.#pending
    if (!pending || !this.#files) return
    const result = this.#files.newResult()
    if (result?.id === pending.id) return this.#end(pending.id, outcomeOf(result))
    const nowMs = this.#options.now()
    if (nowMs > pending.untilMs && !pending.isTakenBack && this.#files.withdraw()) {
      this.#pending = { ...pending, isTakenBack: true }
    } else if (nowMs > pending.answerByMs) this.#end(pending.id, pending.isTakenBack ? TAKEN_BACK : NO_ANSWER)
  }

  #standing(): string | null {
    const { account, consent } = this.#options.settings
    if (!this.#files) return 'No folder is set for orders: this road shows prices only.'
    if (account !== 'demo' && consent === null) {
      return 'Orders to an Expert Advisor that proves nothing need a demo account, or your typed consent in the settings.'
    }
    if (this.#pending || this.#files.hasOrder()) {
      return 'An earlier order is still on its way, and this Expert Advisor takes one at a time.'
    }
    return null
  }

  #end(id: Ulid, outcome: Outcome): void {
    this.#pending = null
    this.#options.answer(id, outcome)
  }
}

const TAKEN_BACK: Outcome = {
  is: 'expired',
  order: null,
  text: 'It was not read in time, and was taken back.',
}
const NO_ANSWER: Outcome = {
  is: 'unknown',
  order: null,
  text: 'The Expert Advisor read it and said nothing more.',
}

const outcomeOf = ({ isDone, ticket, message }: Result): Outcome => ({
  is: isDone ? 'accepted' : 'rejected',
  order: ticket,
  text: `The Expert Advisor says: ${message || 'nothing'}`.slice(0, 400),
})

/** It rounds to the nearest step, upwards too, so the step has to be known and kept. */
function lotProblem({ lots, plan }: Fire, { lotStep }: LegacySettings): string | null {
  if (plan) return 'This Expert Advisor manages no position, and the order asks for it.'
  if (lotStep === null)
    return 'This Expert Advisor rounds lots up, and tells no step: set "lotStep" in the settings.'
  const steps = Number(lots) / lotStep
  if (steps >= 1 && Math.abs(steps - Math.round(steps)) < 1e-6) return null
  return `${lots} lots is no whole number of steps of ${lotStep}, and this Expert Advisor would round it.`
}

function quoteProblem(order: Fire, quote: FreshQuote | undefined, nowMs: number): string | null {
  if (!quote) return `There is no price of ${order.symbol}.`
  const ageMs = nowMs - quote.receivedMs
  if (ageMs > STALE_MS) return `The price of ${order.symbol} is ${Math.round(ageMs / 1_000)} s old.`
  if (!quote.hasProvenPoint)
    return `What a point of ${order.symbol} is has not been seen, so no distance can be trusted.`
  const points = (price: number) => Math.round(price * 10 ** quote.digits)
  const spread = points(quote.ask) - points(quote.bid)
  if (spread > order.maxSpread) return `The spread is ${spread} points, ${order.maxSpread} are allowed.`
  const drift = Math.abs(points(order.side === 'buy' ? quote.ask : quote.bid) - points(Number(order.price)))
  if (drift + ITS_DEVIATION <= order.deviation) return null
  return `The price is ${drift} points away and the Expert Advisor allows ${ITS_DEVIATION} more, ${order.deviation} in all are allowed.`
}
