import type { Lesson } from '../lesson.ts'
import { exampleQuestion } from '../question.ts'
import { percent } from '../words.ts'

/** The past was not asked by us alone. */
export const backtest: Lesson = {
  id: 'backtest',
  title: 'What a backtest cannot say',
  text: [
    'A backtest answers how some rules would have done on prices that are known. It cannot say that the next prices will be like them.',
    'Who tries many variants and keeps the best has mostly kept luck. With five years of daily prices, no more than 45 independent variants may be tried before worthless rules are expected to show a Sharpe ratio of 1.',
    'So the lab keeps count of what was asked, holds back what was not looked at, and shows what a result is worth after the count.',
  ],
  source:
    'D. Bailey, J. Borwein, M. López de Prado and Q. Zhu, Pseudo-Mathematics and Financial Charlatanism, Notices of the AMS 61, 2014.',
  ask: () =>
    exampleQuestion('a backtest is no trade of yours.', {
      asked:
        'Each of 20 worthless variants has a chance of 5 % to look good by luck. How likely does at least one?',
      right: percent(1 - 0.95 ** 20),
      because: '1 − 0.95²⁰ = 64 %.',
      slips: [percent(0.05), percent(0.2), percent(1)],
    }),
}
