import type { Alert, AlertPlace } from '../../contracts/alerts.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import { isLive, type AlertQueue } from './alert-queue.ts'
import { digestOf, type Digest } from './digest.ts'
import { search, send, type Errand, type Road } from './errand.ts'
import type { LineParts } from './line-parts.ts'
import type { Step } from './step.ts'
import type { ToldAlerts } from './told-alerts.ts'
import { within } from './within.ts'

const MINUTE_MS = 60_000

/** What is told together in one chat: what it missed in an outage, and the kinds that its trader wants now and then. */
export class DigestLine {
  readonly #chat: ChatId
  readonly #parts: LineParts
  readonly #queue: AlertQueue
  readonly #told: ToldAlerts
  /** It may have arrived. */
  #lost: Digest | null = null
  /** The try before, which did not arrive: what it knew goes over to the next. */
  #before: Errand | null = null
  #taken: Readonly<{ key: string; after: MessageId | null }> | null = null
  #collectingSinceMs: number | null = null

  constructor(chat: ChatId, parts: LineParts, queue: AlertQueue, told: ToldAlerts) {
    this.#chat = chat
    this.#parts = parts
    this.#queue = queue
    this.#told = told
  }

  get isLost(): boolean {
    return this.#lost !== null
  }

  /** A digest of before this program, which may have arrived after that message. */
  mayBeThere(why: Digest['why'], alerts: readonly Alert[], after: MessageId | null): void {
    if (alerts.length === 0) return
    const digest = this.#digest(why, alerts, Math.min(...alerts.map(({ wallMs }) => wallMs)))
    digest.errand.lost = new Set()
    digest.errand.after = after
    this.#lost = digest
  }

  /** Its time begins with the first that is collected. */
  collecting(): void {
    if (this.#queue.collected().length === 0) this.#collectingSinceMs = null
    else this.#collectingSinceMs ??= this.#parts.elapsedMs()
  }

  /** `Infinity`: nothing is collected. */
  dueInMs(): number {
    this.collecting()
    if (this.#collectingSinceMs === null) return Infinity
    const dueMs = this.#collectingSinceMs + this.#parts.settings().digestMinutes * MINUTE_MS
    return Math.max(0, dueMs - this.#parts.elapsedMs())
  }

  async search(road: Road): Promise<Step> {
    const digest = this.#lost
    if (!digest) return { is: 'again' }
    const found = await search(road, this.#chat, digest.errand)
    if (found.is === 'found') return this.#arrived(digest, found.message)
    if (found.is === 'missing') this.#lost = null
    this.#before = digest.errand
    return found.is === 'missing' ? { is: 'again' } : found
  }

  /** After an outage of `outMs`; what a person may still act on stays, to be told by itself. */
  tellMissed(road: Road, untold: readonly Alert[], outMs: number): Promise<Step> {
    return this.#tell(road, this.#digest('back', untold, this.#parts.now() - outMs))
  }

  tellCollected(road: Road): Promise<Step> {
    const sinceMs = this.#parts.elapsedMs() - (this.#collectingSinceMs ?? 0)
    return this.#tell(road, this.#digest('quiet', this.#queue.collected(), this.#parts.now() - sinceMs))
  }

  #digest(why: Digest['why'], alerts: readonly Alert[], fromMs: number): Digest {
    const toMs = this.#parts.now()
    const from = EpochMs.parse(Math.max(0, Math.round(fromMs)))
    const currency = (at: AlertPlace | null) => this.#parts.currency?.(at) ?? null
    const digest = digestOf(why, alerts, { fromMs: from, toMs, currency })
    if (!this.#before) return digest
    return { ...digest, errand: { ...digest.errand, isRepeat: this.#before.isRepeat } }
  }

  async #tell(road: Road, digest: Digest): Promise<Step> {
    await this.#noteTaken(road, digest.key)
    const outcome = await send(road, this.#chat, digest.errand)
    if (outcome.is === 'sent') return this.#arrived(digest, outcome.message)
    this.#before = digest.errand
    if (outcome.is === 'lost') this.#lost = digest
    if (outcome.is === 'refused' && !outcome.shutOut) this.#giveUp(digest, outcome.text)
    return outcome
  }

  async #noteTaken({ numbers }: Road, key: string): Promise<void> {
    const after = numbers.floor(this.#chat)
    if (this.#taken?.key === key && this.#taken.after === after) return
    this.#taken = { key, after }
    const { notes, timing } = this.#parts
    await within(timing.noteMs, notes.write({ note: 'taken', chat: this.#chat, key, after }))
  }

  #arrived({ key, why, alerts, errand }: Digest, message: MessageId): Step {
    const repeat = errand.isRepeat
    void this.#parts.notes.write({ note: 'sent', chat: this.#chat, key, message, repeat })
    this.#done(alerts.filter(alert => why === 'quiet' || !isLive(alert)))
    return { is: why === 'back' ? 'caughtUp' : 'through' }
  }

  #giveUp({ key, alerts }: Digest, text: string): void {
    this.#parts.log.write('error', 'Telegram refuses a digest', { key, text })
    this.#done(alerts)
  }

  #done(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      this.#told.set(alert.key, alert.seq, null)
      this.#queue.told(alert)
    }
    this.#lost = null
    this.#before = null
    this.#collectingSinceMs = null
  }
}
