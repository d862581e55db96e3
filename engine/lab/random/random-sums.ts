import type { Measured } from '../../contracts/proving.ts'
import { quantile } from '../../domain/statistics/quantile.ts'
import { real } from '../../domain/statistics/measured.ts'
import type { RandomDraws } from './random-entries.ts'

export type Cost = keyof RandomDraws

/** Of one group at one cost: the sum of each draw over the group's candidates, and over how many it is. */
type Sums = Readonly<{ sums: Float64Array; known: Uint32Array }>

/** Random entries of groups of candidates, draw by draw. What it takes grows with the groups and not with the candidates. */
export type RandomSums = ReadonlyMap<string, Readonly<Record<Cost, Sums>>>

const emptySums = (draws: number): Sums => ({
  sums: new Float64Array(draws),
  known: new Uint32Array(draws),
})

export class RandomSummer {
  readonly #groups = new Map<string, Readonly<Record<Cost, Sums>>>()

  get sums(): RandomSums {
    return this.#groups
  }

  /** One more candidate. A draw without a result leaves it out. */
  add(group: string, drawn: RandomDraws): void {
    const { net1, net15, net2 } = this.#of(group, drawn.net1.length)
    addDraws(net1, drawn.net1)
    addDraws(net15, drawn.net15)
    addDraws(net2, drawn.net2)
  }

  /** Those of another pair. */
  join(others: RandomSums): void {
    for (const [group, theirs] of others) {
      const own = this.#of(group, theirs.net1.sums.length)
      for (const cost of ['net1', 'net15', 'net2'] as const) {
        theirs[cost].sums.forEach(
          (sum, draw) => (own[cost].sums[draw] = (own[cost].sums[draw] as number) + sum),
        )
        theirs[cost].known.forEach(
          (n, draw) => (own[cost].known[draw] = (own[cost].known[draw] as number) + n),
        )
      }
    }
  }

  #of(group: string, draws: number): Readonly<Record<Cost, Sums>> {
    let sums = this.#groups.get(group)
    if (sums === undefined) {
      sums = { net1: emptySums(draws), net15: emptySums(draws), net2: emptySums(draws) }
      this.#groups.set(group, sums)
    }
    return sums
  }
}

function addDraws({ sums, known }: Sums, results: Float32Array): void {
  for (let draw = 0; draw < results.length; draw++) {
    const r = results[draw] as number
    if (Number.isNaN(r)) continue
    sums[draw] = (sums[draw] as number) + r
    known[draw] = (known[draw] as number) + 1
  }
}

/** Mean over the group of each draw, and where 95 of 100 draws lie. */
export function randomFigures(all: RandomSums, group: string, cost: Cost): Measured {
  const { sums, known } = all.get(group)?.[cost] ?? emptySums(0)
  const n = known.reduce((total, count) => total + count, 0)
  const total = sums.reduce((sum, one) => sum + one, 0)
  const sorted = sums
    .map((sum, draw) => sum / (known[draw] as number))
    .filter(mean => !Number.isNaN(mean))
    .sort()
  return {
    value: real(total / n),
    low: real(quantile(sorted, 0.025)),
    high: real(quantile(sorted, 0.975)),
    n,
  }
}
