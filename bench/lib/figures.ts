/** What a bench measured, with the bound it must keep and the floor or peer of the same run beside it. */
export type Figure = Readonly<{
  name: string
  value: number
  unit: string
  /** Absent: printed for the reader, judged by nobody. */
  bound?: Readonly<{ atLeast: number } | { atMost: number }>
}>

const keeps = ({ value, bound }: Figure): boolean =>
  bound === undefined || ('atLeast' in bound ? value >= bound.atLeast : value <= bound.atMost)

const boundText = ({ bound }: Figure): string =>
  bound === undefined ? '' : 'atLeast' in bound ? `≥ ${bound.atLeast}` : `≤ ${bound.atMost}`

const numberText = (value: number): string =>
  Math.abs(value) >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))

/** Prints the figures, as a table or as one JSON document, and fails the process when a bound was missed. */
export function report(
  bench: string,
  figures: readonly Figure[],
  json = process.argv.includes('--json'),
): void {
  const judged = figures.map(figure => ({ ...figure, kept: keeps(figure) }))
  if (json) console.log(JSON.stringify({ bench, node: process.version, figures: judged }, null, 2))
  else {
    for (const figure of judged) {
      const mark = figure.bound === undefined ? ' ' : figure.kept ? '✓' : '✗'
      console.log(
        `${mark} ${figure.name.padEnd(58)} ${numberText(figure.value).padStart(12)} ${figure.unit.padEnd(9)} ${boundText(figure)}`,
      )
    }
  }
  process.exitCode = judged.every(({ kept }) => kept) ? 0 : 1
}

/** The value that a share `q` of the samples does not exceed. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}
