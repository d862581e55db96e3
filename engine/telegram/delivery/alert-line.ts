import type { Alert } from '../../contracts/alerts.ts'
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { PairedChat } from '../../contracts/telegram.ts'
import type { Reply } from '../reply.ts'
import { AlertTries } from './alert-tries.ts'
import { AlertQueue, isMany, missionKeyOf, saysMoney } from './alert-queue.ts'
import { DigestLine } from './digest-line.ts'
import { anErrand, search, send, type Errand, type Road } from './errand.ts'
import type { LineParts } from './line-parts.ts'
import type { OwnChat } from './own-chat.ts'
import { restoreAlerts } from './restore-alerts.ts'
import { partsOf } from './reply-parts.ts'
import { Settling } from './settling.ts'
import type { Step } from './step.ts'
import { ToldAlerts } from './told-alerts.ts'

/** Says at once what did not fit into one message. */
type GoOn = (parts: readonly Reply[]) => void

/**
 * The alerts of one chat, in their order: taken, sent, noted, and changed when there is a newer edition. What may have arrived is
 * looked for before anything else is told.
 */
export class AlertLine {
  readonly #chat: ChatId
  #pairedSeq: number
  readonly #parts: LineParts
  readonly #goOn: GoOn
  readonly #queue: AlertQueue
  readonly #told = new ToldAlerts()
  readonly #tries: AlertTries
  readonly #digests: DigestLine
  readonly #settling: Settling
  /** Of the words that were written last: what did not fit. */
  #rest: readonly Reply[] = []

  constructor(chat: OwnChat, alerts: readonly Alert[], parts: LineParts, goOn: GoOn) {
    this.#chat = chat.chat
    this.#pairedSeq = chat.pairedSeq
    this.#parts = parts
    this.#goOn = goOn
    this.#queue = new AlertQueue(parts.settings().noise)
    this.#settling = new Settling(chat, parts)
    this.#tries = new AlertTries(chat.chat, parts)
    this.#digests = new DigestLine(chat.chat, parts, this.#queue, this.#told)
    const line = { queue: this.#queue, told: this.#told, digests: this.#digests }
    for (const key of restoreAlerts(chat, alerts, line))
      this.#tries.mayBeThere(key, this.#errand(key), chat.sent[key]?.after ?? null)
    this.#digests.collecting()
  }

  /** To be told, or changed. */
  get waiting(): number {
    return this.#queue.size
  }

  get untold(): readonly Alert[] {
    return this.#queue.untold(this.#told.isThere)
  }

  /** After an outage of `outMs` it is told in one message what it missed. */
  hasMissed(outMs: number): boolean {
    return outMs >= this.#parts.timing.outageMs && isMany(this.untold)
  }

  /**
   * One from before the pairing was told to somebody else, or to nobody. One that has only ended comes again as the edition that is
   * told: what could be pressed below its message ends with it.
   */
  take(alert: Alert): void {
    const hasEnded = alert.over && this.#told.isThere(alert.key)
    const isTold = this.#knows(alert) && !hasEnded && !this.#queue.has(alert.key)
    const isThere = this.#mayBeTold(alert.key)
    if (isTold || (alert.firstSeq < this.#pairedSeq && !isThere)) return
    if (isThere || !this.#isOfMissionThere(alert)) this.#queue.take(alert, isThere)
    else if (this.#wasLeft(alert)) this.#leave(alert)
    else if (this.#isAnswered(alert)) this.#queue.putAside(alert)
    else this.#queue.take(alert, false)
    this.#digests.collecting()
  }

  /** What an answer tells of a shot is read there and in the mission's own message: a third message is not sent, then or later. */
  #isOfMissionThere({ fact }: Alert): boolean {
    return 'course' in fact && !!fact.course && this.#told.isThere(`mission:${fact.course.mission.id}`)
  }

  #wasLeft({ fact, key }: Alert): boolean {
    return fact.kind === 'fired' && this.#told.seqOf(key) !== undefined
  }

  readonly #isAnswered = (alert: Alert): boolean => this.#parts.isAnswered?.(alert, this.#chat) === true

  /** An answer stands there, or will not: of what was put aside for it, what it does not tell is told now. */
  answered(isToldThere: (alert: Alert) => boolean): void {
    for (const alert of this.#queue.aside()) {
      if (isToldThere(alert)) this.#leave(alert)
      else if (!this.#isAnswered(alert)) this.#queue.take(alert, false)
    }
    this.#digests.collecting()
  }

  #leave(alert: Alert): void {
    this.#told.set(alert.key, alert.seq, null)
    this.#queue.take(alert, false)
    this.#queue.told(alert)
    this.#settling.somethingTold()
  }

  /** The ledger was read again, since events were missed: what this line does not know of is taken. */
  goOn({ pairedSeq, settledSeq, sent }: PairedChat, alerts: readonly Alert[]): void {
    this.#pairedSeq = pairedSeq
    this.#queue.goOnFrom(settledSeq)
    this.#settling.goOnFrom(settledSeq)
    for (const alert of alerts) {
      const message = sent[alert.key]?.message
      if (message && this.#told.seqOf(alert.key) === undefined) this.#told.set(alert.key, 0, message)
      if (alert.seq > settledSeq && !this.#knows(alert)) this.take(alert)
    }
  }

  readonly #knows = ({ key, seq }: Alert): boolean => this.#told.seqOf(key) === seq

  configure(): void {
    this.#queue.configure(this.#parts.settings().noise, this.#mayBeTold)
  }

  /** What an account counts in is known by now. */
  release(): void {
    this.#queue.release()
  }

  /** Something may have arrived: it is looked for before anything else is said, which would stand between. */
  get isLost(): boolean {
    return this.#digests.isLost || this.#tries.lost() !== undefined
  }

  /** For how long there is nothing to do; `Infinity` until something comes. */
  idleMs(): number {
    if (this.#queue.size > 0 || this.isLost) return 0
    return Math.min(this.#digests.dueInMs(), this.#settling.dueInMs(this.#queue.settledSeq))
  }

  /** `outMs`: for how long nothing has come through to this chat. */
  async step(road: Road, outMs: number): Promise<Step> {
    if (this.#settling.isTime) this.settle()
    if (this.#digests.isLost) return this.#digestStep(await this.#digests.search(road))
    const lost = this.#tries.lost()
    if (lost) return this.#search(road, ...lost)
    if (this.hasMissed(outMs))
      return this.#digestStep(await this.#digests.tellMissed(road, this.untold, outMs))
    if (this.#digests.dueInMs() === 0) return this.#digestStep(await this.#digests.tellCollected(road))
    const next = this.#queue.next(this.#told.isThere)
    if (!next) {
      this.settle()
      return { is: 'again' }
    }
    const message = this.#told.messageOf(next.key)
    return message === undefined ? this.#tell(road, next) : this.#change(road, next, message)
  }

  /** What is next can't be put into words: a defect, which shall not silence the others. */
  skip(): void {
    const [lost] = this.#tries.lost() ?? []
    const alert = lost === undefined ? this.#queue.next(this.#told.isThere) : this.#queue.alert(lost)
    if (alert) this.#giveUp(alert, 'It could not be written.')
  }

  /** Notes that all up to here is told, when something was. */
  settle(isLast = false): void {
    this.#settling.note(this.#queue.settledSeq, isLast)
  }

  /** A message that is on its way has to be changed as one that is there. */
  readonly #mayBeTold = (key: string): boolean => this.#told.isThere(key) || this.#tries.has(key)

  async #search(road: Road, key: string, errand: Errand): Promise<Step> {
    const alert = this.#queue.alert(key)
    if (!alert) {
      this.#tries.delete(key)
      return { is: 'again' }
    }
    const found = await search(road, this.#chat, errand)
    if (found.is === 'found') return this.#arrived(alert, found.message, errand.isRepeat)
    return found.is === 'missing' ? { is: 'again' } : found
  }

  async #tell(road: Road, { key }: Alert): Promise<Step> {
    const errand = await this.#tries.taken(road, key, () => this.#errand(key))
    const alert = this.#queue.alert(key)
    if (!alert) {
      this.#tries.delete(key)
      return { is: 'again' }
    }
    const outcome = await send(road, this.#chat, errand)
    if (outcome.is === 'sent') {
      if (!errand.isRepeat) this.#parts.firstTold?.(alert, this.#chat)
      return this.#arrived(alert, outcome.message, errand.isRepeat)
    }
    if (outcome.is === 'refused' && !outcome.shutOut) this.#giveUp(alert, outcome.text)
    return outcome
  }

  #errand(key: string): Errand {
    const first = this.#queue.alert(key)
    const mission = first ? this.#told.messageOf(missionKeyOf(first)) : undefined
    return anErrand(() => this.#words(key), mission)
  }

  /** The newest edition, as far as one message holds it. */
  #words(key: string): Reply {
    const alert = this.#queue.alert(key)
    if (!alert) throw new Error(`The alert ${key} is told while it does not wait.`)
    const reply = this.#parts.reply(alert, this.#chat)
    const [first, ...rest] = partsOf(
      this.#queue.noiseOf(alert) === 'silent' ? { ...reply, isSilent: true } : reply,
    )
    this.#rest = rest
    return first
  }

  async #change(road: Road, alert: Alert, message: MessageId): Promise<Step> {
    if (alert.at !== null && saysMoney(alert) && this.#parts.currency?.(alert.at) === null) {
      this.#queue.hold(alert)
      return { is: 'again' }
    }
    const outcome = await road.messenger.edit(this.#chat, message, this.#words(alert.key))
    if (outcome.is === 'unreachable' || (outcome.is === 'refused' && outcome.shutOut)) return outcome
    if (outcome.is === 'refused') this.#giveUp(alert, outcome.text)
    this.#toldIn(message, alert)
    return { is: 'through' }
  }

  #arrived(alert: Alert, message: MessageId, repeat: boolean): Step {
    const { key } = alert
    this.#goOn(this.#rest)
    this.#tries.delete(key)
    this.#toldIn(message, alert)
    const told = alert.over ? { edition: alert.seq } : {}
    void this.#parts.notes.write({ note: 'sent', chat: this.#chat, key, message, repeat, ...told })
    this.#settling.somethingTold()
    return { is: 'through' }
  }

  /** It may have ended while it was on its way, as the same edition. */
  #toldIn(message: MessageId, alert: Alert): void {
    const newest = this.#queue.alert(alert.key)
    this.#told.set(alert.key, alert.seq, message)
    this.#queue.told(alert)
    if (newest?.over && !alert.over) this.take(newest)
  }

  #digestStep(step: Step): Step {
    if (step.is === 'through' || step.is === 'caughtUp') this.#settling.somethingTold()
    this.#tries.keepOnly(key => this.#queue.alert(key) !== undefined)
    return step
  }

  #giveUp(alert: Alert, text: string): void {
    this.#parts.log.write('error', 'Telegram refuses an alert', { key: alert.key, text })
    this.#tries.delete(alert.key)
    this.#told.set(alert.key, alert.seq, this.#told.messageOf(alert.key) ?? null)
    this.#queue.told(alert)
  }
}
