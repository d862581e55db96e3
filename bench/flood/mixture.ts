/** Facts a second beside the ticks, as no terminal in its senses tells them. Ticks fill up the rate. */
export const FACTS_A_SECOND = { beat: 10, account: 20, positions: 40, deal: 20, verdict: 10 } as const
export type FloodFact = keyof typeof FACTS_A_SECOND

const KINDS = Object.keys(FACTS_A_SECOND) as FloodFact[]

export type Due = Readonly<{ ticks: number; facts: readonly FloodFact[] }>

/** What is due at each moment, so that after every second exactly the rate was sent. */
export class Mixture {
  readonly #ticksASecond: number
  readonly #sent = new Map<FloodFact | 'ticks', number>()

  constructor(eventsASecond: number) {
    this.#ticksASecond = eventsASecond - Object.values(FACTS_A_SECOND).reduce((sum, count) => sum + count, 0)
  }

  due(afterMs: number): Due {
    const facts = KINDS.flatMap(kind =>
      Array<FloodFact>(this.#fresh(kind, FACTS_A_SECOND[kind], afterMs)).fill(kind),
    )
    return { ticks: this.#fresh('ticks', this.#ticksASecond, afterMs), facts }
  }

  #fresh(kind: FloodFact | 'ticks', aSecond: number, afterMs: number): number {
    const sent = this.#sent.get(kind) ?? 0
    const owed = Math.floor((afterMs / 1_000) * aSecond)
    this.#sent.set(kind, owed)
    return owed - sent
  }
}
