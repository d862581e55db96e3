import { quantile } from './figures.ts'

/**
 * How long each of some things takes, milliseconds: the median of `rounds`, in which they take turns and none always comes
 * after the same other, so that all meet the same moods of the machine.
 */
export function medianTimes<Name extends string>(
  rounds: number,
  things: Readonly<Record<Name, () => void>>,
): Record<Name, number> {
  const names = Object.keys(things) as Name[]
  const times = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] as Name
      const started = performance.now()
      things[name]()
      times[name].push(performance.now() - started)
    }
  }
  return Object.fromEntries(names.map(name => [name, quantile(times[name], 0.5)])) as Record<Name, number>
}
