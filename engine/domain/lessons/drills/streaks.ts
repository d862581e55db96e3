import { ENOUGH, type Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion, tooFew } from '../question.ts'
import { figuresOf, longestRun } from '../record-figures.ts'

const near = (run: number): string[] =>
  [run + 1, run + 2, run - 1, run + 3].filter(each => each >= 0).map(String)

/** Runs come by chance, and what they do to a person does not. */
export const streaks: Lesson = {
  id: 'streaks',
  title: 'Streaks and tilt',
  text: [
    'Of 100 independent trades that win half the time, the longest run of losses is six or longer more often than not. No fault is needed for it.',
    'What a run does to judgement is another thing. Futures traders in Chicago who had lost in the morning took more risk in the afternoon.',
    'So the desk warns at three losses in a row and holds for an hour at the fourth. The hour is not a punishment: it is for the next decision.',
  ],
  source:
    'Runs after W. Feller, An Introduction to Probability Theory I, 1968, XIII.7; risk after losses: Coval and Shumway, Journal of Finance 60, 2005.',
  ask(trades) {
    const { n, losses } = figuresOf(trades)
    if (n < ENOUGH)
      return exampleQuestion(tooFew(n, ENOUGH), {
        asked:
          'Results are: win, loss, loss, win, loss, loss, loss, win. How long is the longest run of losses?',
        right: '3',
        because: 'The fifth, sixth and seventh lost one after another.',
        slips: ['2', '4', '5'],
      })
    const run = longestRun(trades)
    return ownQuestion(n, {
      asked: `Among your last ${n} trades, how many losses came in a row at most?`,
      right: String(run),
      because: `The longest run was ${run}, of ${losses} losses in all.`,
      slips: [String(losses), ...near(run)],
    })
  },
}
