/**
 * What may go wrong on the way. A fault before accepting leaves no trace in the chat; one after accepting leaves the message
 * there and the client in the dark.
 */
import { seeded } from '../../domain/statistics/seeded.ts'

export type Fault =
  /** The connection is cut before the call has any effect. */
  | Readonly<{ is: 'dropped' }>
  /** The call has its effect; the connection is cut instead of an answer. */
  | Readonly<{ is: 'answerLost' }>
  /** Refused without effect. With 429 the client is told to wait. */
  | Readonly<{ is: 'refused'; code: number; description?: string; retryAfterSeconds?: number }>
  /** What a proxy in front of the server says: a page, no JSON. */
  | Readonly<{ is: 'badGateway' }>
  /** The call waits before it has its effect, or its answer does. */
  | Readonly<{ is: 'delayed'; ms: number; before: 'accepting' | 'answering' }>

type Chance = Readonly<{ fault: Fault; share: number }>
type Storm = Readonly<{ methods: readonly string[]; chances: readonly Chance[]; random: () => number }>
type Scripted = { method: string; fault: Fault; times: number }

export class Faults {
  readonly #script: Scripted[] = []
  #storm: Storm | null = null

  /** The next calls of a method go wrong in this way; `*` stands for any method but getUpdates. */
  next(method: string, fault: Fault, times = 1): void {
    this.#script.push({ method, fault, times })
  }

  /** From now on each call of these methods goes wrong with the given shares; the same seed gives the same sequence. */
  storm(seed: number, methods: readonly string[], chances: readonly Chance[]): void {
    this.#storm = { methods, chances, random: seeded(seed) }
  }

  /** Scripted faults that have not happened yet. */
  get pending(): number {
    return this.#script.reduce((sum, { times }) => sum + times, 0)
  }

  calm(): void {
    this.#script.length = 0
    this.#storm = null
  }

  /** The fault of this call, if it has one. */
  draw(method: string): Fault | null {
    const scripted = this.#script.find(
      each => each.times > 0 && (each.method === method || (each.method === '*' && method !== 'getUpdates')),
    )
    if (!scripted) return this.#drawFromStorm(method)
    scripted.times--
    return scripted.fault
  }

  #drawFromStorm(method: string): Fault | null {
    if (!this.#storm?.methods.includes(method)) return null
    let left = this.#storm.random()
    for (const { fault, share } of this.#storm.chances) {
      if (left < share) return fault
      left -= share
    }
    return null
  }
}
