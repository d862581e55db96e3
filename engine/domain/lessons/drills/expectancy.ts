import { ENOUGH, type Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion, tooFew } from '../question.ts'
import { figuresOf } from '../record-figures.ts'
import { inR, rBeside } from '../words.ts'

/** What one trade is worth on average. */
export const expectancy: Lesson = {
  id: 'expectancy',
  title: 'Expectancy',
  text: [
    'Expectancy is the average result of a trade: the sum of all R ÷ the number of trades. It is the figure that many trades multiply.',
    'With 40 % wins of 2 R and 60 % losses of 1 R it is 0.4 × 2 − 0.6 × 1 = +0.2 R. The same trades at 30 % wins earn 0.3 × 2 − 0.7 × 1 = −0.1 R.',
    'A mission is issued only where its expected value after cost is above 0.05 R. That is a forecast; the record says what came of it.',
  ],
  source: 'Arithmetic; the gate of 0.05 R from the rules of engagement.',
  ask(trades) {
    const { n, meanR, sumR, winR, lossR } = figuresOf(trades)
    if (n < ENOUGH)
      return exampleQuestion(tooFew(n, ENOUGH), {
        asked: 'Of 10 trades 4 earn 2 R each and 6 lose 1 R each. What was one trade worth on average?',
        right: inR(0.2),
        because: '(4 × 2 − 6 × 1) ÷ 10 = 0.2.',
        slips: [inR(2), inR(1), inR(-0.2)],
      })
    return ownQuestion(n, {
      asked: `Your last ${n} trades came to ${inR(sumR)} together. What was one of them worth on average?`,
      right: inR(meanR),
      because: `${inR(sumR)} ÷ ${n} = ${inR(meanR)}.`,
      slips: [inR(-meanR), inR(winR), inR(-lossR), ...rBeside(meanR)],
    })
  },
}
