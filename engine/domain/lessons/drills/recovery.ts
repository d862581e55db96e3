import { ENOUGH, type Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion, tooFew } from '../question.ts'
import { deepestFall, figuresOf } from '../record-figures.ts'
import { inR, percent, rBeside } from '../words.ts'

/** A loss is harder to win back than it was to make. */
export const recovery: Lesson = {
  id: 'recovery',
  title: 'The way back from a drawdown',
  text: [
    'A loss of 10 % needs a gain of 11 % to be made good, 20 % needs 25 %, 50 % needs 100 %. The deeper the hole, the steeper its wall.',
    'A drawdown is measured from the highest point, not from where you began. Every method spends most of its life below its last high.',
    'That is why the desk halves the risk at half of the daily stop: not to win less, but to leave a way back.',
  ],
  source: 'Arithmetic: 1 ÷ (1 − loss) − 1; MEDIC in the rules of engagement.',
  ask(trades) {
    const { n, sumR, meanR } = figuresOf(trades)
    if (n < ENOUGH)
      return exampleQuestion(tooFew(n, ENOUGH), {
        asked: 'An account has lost 20 %. Which gain brings it back?',
        right: percent(0.25),
        because: '1 ÷ 0.8 = 1.25.',
        slips: [percent(0.2), percent(0.4), percent(0.22)],
      })
    const deepest = -deepestFall(trades)
    return ownQuestion(n, {
      asked: `Over your last ${n} trades, how far did the running sum of R fall below its highest point before?`,
      right: inR(deepest),
      because: `Its deepest point lay ${inR(deepest)} from the highest before it; in the end the sum was ${inR(sumR)}.`,
      slips: [inR(sumR), inR(meanR), inR(deepest - 1), ...rBeside(deepest - 1.25)],
    })
  },
}
