import { ENOUGH, type Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion, tooFew } from '../question.ts'

const near = (hits: number, n: number): string[] =>
  [hits + 1, hits - 1, hits + 2, hits - 2, hits + 3].filter(each => each >= 0 && each <= n).map(String)

/** A probability is checked by counting, over many. */
export const calibration: Lesson = {
  id: 'calibration',
  title: 'Calibration',
  text: [
    'A mission that says 40 % is not wrong when it loses. Of many that say 40 %, forty of a hundred should reach their target: that is what calibrated means.',
    'Add the probabilities of some missions, and you have the number of targets to expect. Compare it with what came, and remember that chance spreads both ways.',
    'Under 50 outcomes the desk writes UNCALIBRATED beside a probability, because then nobody has counted enough.',
  ],
  source:
    'G. W. Brier, Monthly Weather Review 78, 1950, for scoring forecasts; the rule of 50 from the rules of engagement.',
  ask(trades) {
    const known = trades.flatMap(({ p, hitTarget }) => (p === null ? [] : [{ p, hitTarget }]))
    const n = known.length
    if (n < ENOUGH)
      return exampleQuestion(tooFew(n, ENOUGH), {
        asked: 'Twenty missions each say 35 %. How many should reach their target?',
        right: '7',
        because: '20 × 0.35 = 7; anything from 3 to 11 is no surprise.',
        slips: ['10', '5', '13'],
      })
    const promised = Math.round(known.reduce((sum, { p }) => sum + p, 0))
    const hits = known.filter(({ hitTarget }) => hitTarget).length
    return ownQuestion(n, {
      asked: `Add the probabilities of the missions behind your last ${n} trades. How many should have reached their target?`,
      right: String(promised),
      because: `They add up to ${promised}; ${hits} did.`,
      slips: [String(hits), String(Math.round(n / 2)), ...near(promised, n)],
    })
  },
}
