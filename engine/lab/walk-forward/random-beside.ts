import type { RandomBeside } from '../results/summarise.ts'

/** Random entries of one pair's rows, in the order of `rows`. */
export type DrawnOfPair = Readonly<{ rows: Int32Array; beside: RandomBeside }>

/** Finds the random entries of any rows again, whichever pair they were drawn with. `length`: of all candidates. */
export function randomBeside(
  length: number,
  drawn: readonly DrawnOfPair[],
): (rows: Int32Array) => RandomBeside {
  const pairOf = new Int32Array(length).fill(-1)
  const placeOf = new Int32Array(length)
  drawn.forEach(({ rows }, pair) =>
    rows.forEach((row, place) => {
      pairOf[row] = pair
      placeOf[row] = place
    }),
  )
  const draws = drawn[0]?.beside.draws ?? 0
  const column = (rows: Int32Array, name: 'net1' | 'net15' | 'net2'): Float32Array => {
    const gathered = new Float32Array(rows.length * draws).fill(Number.NaN)
    rows.forEach((row, at) => {
      const place = (placeOf[row] as number) * draws
      const from = drawn[pairOf[row] as number]?.beside[name]
      if (from) gathered.set(from.subarray(place, place + draws), at * draws)
    })
    return gathered
  }
  return rows => ({
    draws,
    net1: column(rows, 'net1'),
    net15: column(rows, 'net15'),
    net2: column(rows, 'net2'),
  })
}
