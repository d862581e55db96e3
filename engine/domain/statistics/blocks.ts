/**
 * Rows that stand or fall together, as the trades of one day or one week do: they share a market, so they are not so
 * many independent pieces of evidence. A bootstrap draws whole blocks.
 */
export type Blocks = Readonly<{
  count: number
  /** Number of the block of every row, from 0. */
  of: Int32Array
}>

/** Blocks from one key a row (number of its day, its week); rows of one key need not lie together. */
export function blocksOf(keys: ArrayLike<number>): Blocks {
  const numbers = new Map<number, number>()
  const of = new Int32Array(keys.length)
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number
    let block = numbers.get(key)
    if (block === undefined) numbers.set(key, (block = numbers.size))
    of[row] = block
  }
  return { count: numbers.size, of }
}

/** What a column adds up to in every block. */
export function blockSums(values: ArrayLike<number>, blocks: Blocks): Float64Array {
  const sums = new Float64Array(blocks.count)
  for (let row = 0; row < values.length; row++) {
    const block = blocks.of[row] as number
    sums[block] = (sums[block] as number) + (values[row] as number)
  }
  return sums
}

/** How many rows every block has. */
export function blockSizes(blocks: Blocks): Float64Array {
  const sizes = new Float64Array(blocks.count)
  for (const block of blocks.of) sizes[block] = (sizes[block] as number) + 1
  return sizes
}
