import { civilFromDays, DAY_MS } from '../../domain/market/civil.ts'
import type { Fold } from './windows.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What was fitted on and what was tested on, in words that stand on every figure; both days are part of it. */
export function basisOf(folds: readonly Fold[]): string {
  const [first, last] = [folds[0], folds.at(-1)]
  if (first === undefined || last === undefined) return 'Nothing was fitted and nothing tested'
  const tested = `tested on ${dayOf(first.test.fromMs)} – ${dayOf(last.test.toMs - 1)}`
  if (folds.length === 1) return `Fit on ${dayOf(first.fit.fromMs)} – ${dayOf(first.fit.toMs - 1)}, ${tested}`
  const rolls = first.fit.fromMs !== last.fit.fromMs
  const fit = rolls
    ? `Fit ${folds.length} times on the months before each test window`
    : `Fit ${folds.length} times, each on ${dayOf(first.fit.fromMs)} up to its test window`
  return `${fit}, ${tested}, always on what no fit had seen`
}

/** 1 Sep 2018, UTC */
function dayOf(utcMs: number): string {
  const { year, month, day } = civilFromDays(Math.floor(utcMs / DAY_MS))
  return `${day} ${MONTHS[month - 1]} ${year}`
}

/** 2018-09-01, UTC */
export function isoDay(utcMs: number): string {
  const { year, month, day } = civilFromDays(Math.floor(utcMs / DAY_MS))
  return [year, month, day].map(part => String(part).padStart(2, '0')).join('-')
}
