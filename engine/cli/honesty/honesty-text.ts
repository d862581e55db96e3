import type { HonestyCheck, HonestyFigure, HonestyReport } from '../../contracts/honesty.ts'
import { count } from '../text.ts'

/** The report for a person: each check with its figures, and what they had to keep. Figures that nothing judges are in the JSON. */
export function honestyText({ engine, seed, data, green, checks }: HonestyReport): readonly string[] {
  return [
    `Data      ${data}`,
    ...checks.flatMap(checkLines),
    `${green ? 'GREEN' : 'RED'}     ${checks.filter(({ is }) => is === 'green').length} of ${checks.length} checks are green`,
    `Run       engine ${engine}, seed ${seed}`,
  ]
}

function checkLines({ name, did, is, figures }: HonestyCheck): readonly string[] {
  return [
    `${is.padEnd(10)}${name}`,
    `          ${did}`,
    ...figures.filter(figure => figure.is !== 'known').map(figureLine),
  ]
}

const figureLine = ({ name, n, value, bound, is }: HonestyFigure): string =>
  `          ${is === 'red' ? 'RED ' : ''}${name}: ${value === null ? '–' : rounded(value)} of n ${count(n)}; ${bound}`

const rounded = (value: number): string =>
  Number.isInteger(value) ? count(value) : value.toFixed(Math.abs(value) < 0.01 ? 5 : 4)
