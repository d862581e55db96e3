/** Alerts that wait to be told to one chat. Each key waits once, as its newest edition, at its first place. */
import type { Alert, Noise } from '../../contracts/alerts.ts'
import type { AlertNoise } from '../../contracts/telegram.ts'

/** More than so many, after an outage, are told in one message. */
const FEW = 3

export class AlertQueue {
  #noise: AlertNoise
  /** Told one by one. */
  readonly #waiting = new Map<string, Alert>()
  /** Told together. */
  readonly #collected = new Map<string, Alert>()
  /** Changes that would say less than the message that is there: made when more is known. */
  readonly #held = new Map<string, Alert>()
  /** What an answer on its way may tell: told by an alert all the same when it doesn't. */
  readonly #aside = new Map<string, Alert>()
  #highestSeq = 0

  constructor(noise: AlertNoise) {
    this.#noise = noise
  }

  /** `isThere`: a message tells it already and is kept up to date, however loud its kind is. */
  take(alert: Alert, isThere: boolean): void {
    this.#highestSeq = Math.max(this.#highestSeq, alert.seq)
    const level = isThere ? 'on' : this.noiseOf(alert)
    this.#held.delete(alert.key)
    this.#aside.delete(alert.key)
    if (level === 'digest') this.#collected.set(alert.key, alert)
    else this.#collected.delete(alert.key)
    if (level === 'on' || level === 'silent') this.#waiting.set(alert.key, alert)
    else this.#waiting.delete(alert.key)
  }

  /** What waits is sorted anew. */
  configure(noise: AlertNoise, isThere: (key: string) => boolean): void {
    this.#noise = noise
    for (const alert of [...this.#waiting.values(), ...this.#collected.values()])
      this.take(alert, isThere(alert.key))
  }

  noiseOf({ fact }: Alert): Noise {
    return this.#noise[fact.kind]
  }

  get size(): number {
    return this.#waiting.size
  }

  /** The oldest that no message tells yet; where each is told, the oldest change of one. */
  next(isThere: (key: string) => boolean): Alert | undefined {
    for (const alert of this.#waiting.values()) if (!isThere(alert.key)) return alert
    return this.#waiting.values().next().value
  }

  /** It waits for no turn; a program after this one makes it when more is known by then. */
  hold(alert: Alert): void {
    this.told(alert)
    if (!this.has(alert.key)) this.#held.set(alert.key, alert)
  }

  /** What was held waits again. */
  release(): void {
    for (const alert of this.#held.values()) this.take(alert, true)
  }

  putAside(alert: Alert): void {
    this.#highestSeq = Math.max(this.#highestSeq, alert.seq)
    for (const queue of [this.#waiting, this.#collected, this.#held]) queue.delete(alert.key)
    this.#aside.set(alert.key, alert)
  }

  aside(): readonly Alert[] {
    return [...this.#aside.values()]
  }

  has(key: string): boolean {
    return this.#waiting.has(key) || this.#collected.has(key)
  }

  alert(key: string): Alert | undefined {
    return this.#waiting.get(key)
  }

  /** Those that no message tells yet. */
  untold(isThere: (key: string) => boolean): readonly Alert[] {
    return [...this.#waiting.values()].filter(({ key }) => !isThere(key))
  }

  collected(): readonly Alert[] {
    return [...this.#collected.values()]
  }

  /** The ledger may count from further back than before, when it was restored from a copy. */
  goOnFrom(seq: number): void {
    this.#highestSeq = seq
    for (const alert of this.#untold()) this.#highestSeq = Math.max(this.#highestSeq, alert.seq)
  }

  /** This edition is told: a newer one that came meanwhile stays. */
  told({ key, seq }: Alert): void {
    for (const queue of [this.#waiting, this.#collected, this.#aside])
      if ((queue.get(key)?.seq ?? Infinity) <= seq) queue.delete(key)
  }

  /** Everything up to this event is told, or need not be. */
  get settledSeq(): number {
    let seq = this.#highestSeq
    for (const alert of this.#untold()) seq = Math.min(seq, alert.seq - 1)
    return seq
  }

  *#untold(): Iterable<Alert> {
    for (const queue of [this.#waiting, this.#collected, this.#held, this.#aside]) yield* queue.values()
  }
}

export const isMany = (alerts: readonly Alert[]): boolean => alerts.length > FEW

/** What a person may still act on is told by itself after an outage too. */
export function isLive({ fact }: Alert): boolean {
  if (fact.kind === 'mission') return fact.course.stage === 'pending'
  return fact.kind === 'guard' && fact.ended === null
}

/** In the money of its account. */
export function saysMoney({ fact }: Alert): boolean {
  if (fact.kind === 'mission') return fact.course.order !== null
  return fact.kind === 'fired' || fact.kind === 'filled' || fact.kind === 'partial' || fact.kind === 'closed'
}

/** The message that it belongs below: its mission's. */
export function missionKeyOf({ fact }: Alert): string | null {
  if (fact.kind !== 'closed' && fact.kind !== 'filled' && fact.kind !== 'partial' && fact.kind !== 'moved')
    return null
  return fact.course ? `mission:${fact.course.mission.id}` : null
}
