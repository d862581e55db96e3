/** The name that was most likely meant, at most two slips of the finger away; null: none is near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const near = names
    .map(name => ({ name, slips: slipsBetween(typed, name) }))
    .filter(({ name, slips }) => slips <= Math.min(2, name.length - 1))
    .toSorted((a, b) => a.slips - b.slips)
  return near[0]?.name ?? null
}

/** Letters to be added, left out or changed, and neighbours to be swapped (optimal string alignment). */
function slipsBetween(from: string, to: string): number {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, k) => k)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1]
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const at = (cells: readonly number[], k: number) => cells[k] ?? Infinity
      next.push(
        Math.min(
          at(row, j) + 1,
          at(next, j - 1) + 1,
          at(row, j - 1) + (isSame ? 0 : 1),
          isSwap ? at(before, j - 2) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return row[to.length] ?? Infinity
}
