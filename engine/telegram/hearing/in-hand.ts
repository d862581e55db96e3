import { setTimeout as pause } from 'node:timers/promises'
import type { Heard } from './heard.ts'

export type InHandParts = Readonly<{
  /** Never rejects. */
  handle(heard: Heard): Promise<void>
  /** After so long the next of the same chat may begin, and what runs counts as handled. */
  graceMs: number
  /** How many may run at once. */
  most: number
}>

/**
 * What is being handled: messages of one chat begin in their order, those of others beside it. An order waits up to 30 s for its
 * terminal, and its chat is heard meanwhile: the next message may be the one that stops everything.
 */
export class InHand {
  readonly #parts: InHandParts
  readonly #lanes = new Map<number, Promise<void>>()
  #running = 0
  #roomMade: (() => void)[] = []

  constructor(parts: InHandParts) {
    this.#parts = parts
  }

  /** How many more may be taken; at least 1 whenever `take` has resolved. */
  get room(): number {
    return Math.max(this.#parts.most - this.#running, 1)
  }

  /** Resolves when each is handled, or has had its time, and there is room for another. */
  async take(all: readonly Heard[]): Promise<void> {
    await Promise.all(all.map(heard => this.#inLane(heard)))
    while (this.#running >= this.#parts.most) await new Promise<void>(resolve => this.#roomMade.push(resolve))
  }

  /** Resolves when nothing is being handled. */
  async idle(): Promise<void> {
    while (this.#running > 0) await new Promise<void>(resolve => this.#roomMade.push(resolve))
  }

  async #inLane(heard: Heard): Promise<void> {
    const lane = laneOf(heard)
    const before = this.#lanes.get(lane) ?? Promise.resolve()
    const turn = before.then(() => this.#begun(heard))
    this.#lanes.set(lane, turn)
    await turn
    if (this.#lanes.get(lane) === turn) this.#lanes.delete(lane)
  }

  async #begun(heard: Heard): Promise<void> {
    const over = new AbortController()
    this.#running++
    const handled = this.#parts.handle(heard).finally(() => {
      this.#running--
      over.abort()
      for (const go of this.#roomMade.splice(0)) go()
    })
    await Promise.race([handled, pause(this.#parts.graceMs, null, { signal: over.signal }).catch(() => null)])
  }
}

/** 0 stands for all that belong to no chat. */
const laneOf = (heard: Heard) => ('chat' in heard ? heard.chat.id : 0)
