/** The numbers from 0 to below `n` that are meant. */
export function indicesWhere(n: number, isMeant: (index: number) => boolean): Int32Array {
  const found = new Int32Array(n)
  let count = 0
  for (let index = 0; index < n; index++) if (isMeant(index)) found[count++] = index
  return found.subarray(0, count)
}
