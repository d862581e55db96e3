import type { Lesson } from '../lesson.ts'
import { exampleQuestion } from '../question.ts'

/** Two positions may be one. */
export const correlation: Lesson = {
  id: 'correlation',
  title: 'Correlation',
  text: [
    'Who buys EURUSD and GBPUSD has sold the dollar twice. When the pairs move together, two risks of 1 % are nearly one of 2 %.',
    'For two equal risks the whole is √(2 + 2 × correlation) times one of them: 1.41 at a correlation of 0, 1.90 at 0.8, 2 at 1.',
    'The desk measures correlation on closed bars, takes no second trade of the same direction above 0.80, and no more than 3 % on one side of a currency.',
  ],
  source: 'Arithmetic: the standard deviation of a sum; the limits from the rules of engagement.',
  ask: () =>
    exampleQuestion('your closed trades do not say how their pairs moved together.', {
      asked:
        'Two trades risk 1 % each, and their pairs move together with a correlation of 0.8. Which single risk are they like?',
      right: '1.9 %',
      because: '√(2 + 2 × 0.8) = 1.9.',
      slips: ['1.0 %', '1.4 %', '0.8 %'],
    }),
}
