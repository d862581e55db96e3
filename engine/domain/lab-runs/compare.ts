import type { ComparedRow, LabComparison, LabRun } from '../../contracts/lab-runs.ts'
import type { Measured } from '../../contracts/proving.ts'

type Row = Pick<ComparedRow, 'name' | 'unit'> & Readonly<{ of: (run: LabRun) => Measured }>

const UNKNOWN: Measured = { value: null, low: null, high: null, n: 0 }

const ROWS: readonly Row[] = [
  { name: 'Expectancy, net', unit: 'R', of: ({ issued }) => issued.net1 },
  { name: 'Random entries', unit: 'R', of: ({ issued }) => issued.random1 },
  { name: 'Better than random by', unit: 'R', of: ({ issued }) => issued.better },
  { name: 'Won', unit: 'share', of: ({ issued }) => issued.wins },
  { name: 'Profit factor', unit: 'ratio', of: ({ issued }) => issued.profitFactor },
  { name: 'Calibration slope', unit: 'ratio', of: ({ trust }) => trust?.slope ?? UNKNOWN },
]

/** Side by side with the first of them. A difference is one only where the intervals share no value. */
export function compared(runs: readonly LabRun[]): LabComparison {
  return {
    is: 'comparison',
    runs,
    rows: ROWS.map(({ name, unit, of }) => {
      const figures = runs.map(of)
      const first = figures[0] ?? UNKNOWN
      return { name, unit, cells: figures.map(figure => ({ figure, differs: apart(figure, first) })) }
    }),
    cautions: cautionsOf(runs),
  }
}

function apart(one: Measured, first: Measured): 'above' | 'below' | null {
  if (one.low === null || one.high === null || first.low === null || first.high === null) return null
  if (one.low > first.high) return 'above'
  return one.high < first.low ? 'below' : null
}

function cautionsOf(runs: readonly LabRun[]): readonly string[] {
  const differ = (of: (run: LabRun) => string) => new Set(runs.map(of)).size > 1
  return [
    ...(differ(({ dataHash }) => dataHash)
      ? ['They are not of the same data: a difference may be one of the data alone.']
      : ['They are of the same data: their intervals share its luck, and one run is no proof of another.']),
    ...(differ(({ engine }) => engine) ? ['They were made by different builds.'] : []),
    ...(differ(({ kind }) => kind)
      ? ['A backtest uses one model over all of its days, and a walk-forward only days that no fit had seen.']
      : []),
    ...(runs.some(({ simulated }) => simulated !== null) ? ['Some of it is of a simulated market.'] : []),
  ]
}
