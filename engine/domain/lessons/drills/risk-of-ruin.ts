import { ENOUGH, type Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion, tooFew } from '../question.ts'
import { figuresOf } from '../record-figures.ts'
import { percent, percentBeside } from '../words.ts'

const IN_A_ROW = 4

/** Size decides whether bad luck is survived. */
export const riskOfRuin: Lesson = {
  id: 'risk-of-ruin',
  title: 'Risk of ruin',
  text: [
    'Even a good method meets runs of losses. What they take depends on one figure that you choose: the risk of each trade.',
    'Ten losses in a row at 1 % leave 90 % of the account, at 5 % they leave 60 %, at 10 % they leave 35 %. The luck is the same.',
    'Who doubles after a loss to win it back needs one long run, and long runs come. The desk never does it, and the gate refuses what would.',
  ],
  source: 'Arithmetic: 0.99¹⁰, 0.95¹⁰ and 0.90¹⁰.',
  ask(trades) {
    const { n, losses } = figuresOf(trades)
    if (n < ENOUGH)
      return exampleQuestion(tooFew(n, ENOUGH), {
        asked: `Each trade loses with a chance of 60 %, independently. How likely are the next ${IN_A_ROW} to lose all?`,
        right: percent(0.6 ** IN_A_ROW),
        because: '0.6 × 0.6 × 0.6 × 0.6 = 13 %.',
        slips: [percent(0.6), percent(0.24), percent(0.02)],
      })
    const rate = losses / n
    const all = rate ** IN_A_ROW
    return ownQuestion(n, {
      asked: `You lost ${losses} of your last ${n} trades. If every trade lost at that rate, independently, how likely would the next ${IN_A_ROW} lose all?`,
      right: percent(all),
      because: `(${losses} ÷ ${n}) to the power of ${IN_A_ROW} = ${percent(all)}.`,
      slips: [percent(rate), percent(rate / IN_A_ROW), percent(1 - all), ...percentBeside(all)],
    })
  },
}
