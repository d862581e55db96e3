import { breakEvenRate } from '../../statistics/break-even-rate.ts'
import { ENOUGH, type Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion, tooFew } from '../question.ts'
import { figuresOf } from '../record-figures.ts'
import { inR, percent, percentBeside } from '../words.ts'

/** How often one must win is given by what a win and a loss are worth. */
export const breakEven: Lesson = {
  id: 'break-even',
  title: 'Win rate and break-even rate',
  text: [
    'A win rate alone says nothing. Who wins 2 R and loses 1 R needs 33 % of wins to lose nothing; who wins 0.5 R needs 67 %.',
    'The rate at which nothing is won or lost is: average loss ÷ (average win + average loss), times the share of trades that did not come out even. The desk shows it beside every win rate.',
    'Between a win rate and its break-even rate lies the whole edge, and with few trades that difference is mostly chance: look at n and the interval.',
  ],
  source: 'Arithmetic; the interval after E. B. Wilson, J. Am. Stat. Assoc. 22, 1927.',
  ask(trades) {
    const { n, wins, losses, winR, lossR, winRate } = figuresOf(trades)
    if (n < ENOUGH || wins === 0 || losses === 0)
      return exampleQuestion(
        n < ENOUGH ? tooFew(n, ENOUGH) : 'your last trades have no loss or no win to compare.',
        {
          asked: 'The average win is 1.5 R, the average loss 1 R. Which win rate loses nothing?',
          right: percent(breakEvenRate(1.5, 1)),
          because: '1 ÷ (1.5 + 1) = 40 %.',
          slips: [percent(0.5), percent(0.6), percent(0.67)],
        },
      )
    const decided = wins + losses
    const rate = breakEvenRate(winR, lossR, { decided, n })
    const even = decided < n ? `, and ${n - decided} of ${n} came out even` : ''
    const times = decided < n ? `, times ${decided} of ${n}` : ''
    return ownQuestion(n, {
      asked: `Your average win was ${inR(winR)}, your average loss ${inR(-lossR)}${even}. Which win rate would have lost nothing?`,
      right: percent(rate),
      because: `Loss ÷ (win + loss)${times} = ${percent(rate)}${even}; you won ${wins} of ${n}, which is ${percent(winRate)}.`,
      slips: [
        percent(breakEvenRate(winR, lossR)),
        percent(1 - rate),
        percent(winRate),
        percent(0.5),
        ...percentBeside(rate),
      ],
    })
  },
}
