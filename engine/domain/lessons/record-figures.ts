import type { LessonTrade } from './lesson-trades.ts'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length)

/** The figures that the questions are about, of some closed trades. */
export type RecordFigures = Readonly<{
  n: number
  wins: number
  losses: number
  winRate: number
  /** Sum and average of all results, and the average win and loss, in R; the loss without its minus. */
  sumR: number
  meanR: number
  winR: number
  lossR: number
}>

export function figuresOf(trades: readonly LessonTrade[]): RecordFigures {
  const all = trades.map(({ r }) => r)
  const won = all.filter(r => r > 0)
  const lost = all.filter(r => r < 0)
  return {
    n: all.length,
    wins: won.length,
    losses: lost.length,
    winRate: all.length === 0 ? 0 : won.length / all.length,
    sumR: sum(all),
    meanR: mean(all),
    winR: mean(won),
    lossR: -mean(lost),
  }
}

/** The deepest fall of the running sum below its highest point before, in R; 0 without one. */
export function deepestFall(trades: readonly LessonTrade[]): number {
  let [total, peak, deepest] = [0, 0, 0]
  for (const { r } of trades) {
    total += r
    peak = Math.max(peak, total)
    deepest = Math.max(deepest, peak - total)
  }
  return deepest
}

/** The longest run of trades that all end below nothing. */
export function longestRun(trades: readonly LessonTrade[]): number {
  let [running, longest] = [0, 0]
  for (const { r } of trades) {
    running = r < 0 ? running + 1 : 0
    longest = Math.max(longest, running)
  }
  return longest
}
