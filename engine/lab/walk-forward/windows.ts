import { civilFromDays, DAY_MS, daysFromCivil } from '../../domain/market/civil.ts'

/** From, and up to but without; UTC ms. */
export type Span = Readonly<{ fromMs: number; toMs: number }>

/** What is fitted, and what it is then tried on: always later. */
export type Fold = Readonly<{ fit: Span; test: Span }>

export type WindowPlan =
  | Readonly<{ mode: 'once'; fitUntilMs: number }>
  | Readonly<{ mode: 'expanding' | 'rolling'; fitMonths: number; stepMonths: number }>

/**
 * The folds of a span in time order; their test windows follow one another without a hole and never overlap, so that what is
 * joined is one run through time. Months are the calendar's, in UTC. None when the data ends before the first test window.
 */
export function foldsOf(data: Span, plan: WindowPlan): readonly Fold[] {
  if (plan.mode === 'once') return onlyWithTest(foldAt(data, data.fromMs, plan.fitUntilMs, data.toMs))
  const { mode, fitMonths, stepMonths } = plan
  const folds: Fold[] = []
  for (let step = 0; ; step++) {
    const testFromMs = monthLater(data.fromMs, fitMonths + step * stepMonths)
    if (testFromMs >= data.toMs) return folds
    const fitFromMs = mode === 'rolling' ? monthLater(data.fromMs, step * stepMonths) : data.fromMs
    const testToMs = monthLater(data.fromMs, fitMonths + (step + 1) * stepMonths)
    folds.push(...onlyWithTest(foldAt(data, fitFromMs, testFromMs, testToMs)))
  }
}

function foldAt(data: Span, fitFromMs: number, testFromMs: number, testToMs: number): Fold {
  const from = Math.max(data.fromMs, fitFromMs)
  return {
    fit: { fromMs: from, toMs: testFromMs },
    test: { fromMs: testFromMs, toMs: Math.min(data.toMs, testToMs) },
  }
}

const onlyWithTest = (fold: Fold): readonly Fold[] =>
  fold.fit.fromMs < fold.fit.toMs && fold.test.fromMs < fold.test.toMs ? [fold] : []

/** Midnight of the first day of the month that comes `months` after that of `ms`. */
function monthLater(ms: number, months: number): number {
  const { year, month } = civilFromDays(Math.floor(ms / DAY_MS))
  const counted = year * 12 + (month - 1) + months
  return daysFromCivil({ year: Math.floor(counted / 12), month: (counted % 12) + 1, day: 1 }) * DAY_MS
}
