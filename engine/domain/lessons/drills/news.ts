import type { Lesson } from '../lesson.ts'
import { exampleQuestion } from '../question.ts'

/** What an announcement does to a stop. */
export const news: Lesson = {
  id: 'news',
  title: 'News',
  text: [
    'Around a large announcement the price may jump over a stop. The stop is then filled at the next price there is, and a loss of 1 R becomes more.',
    'The desk fires nothing from 15 minutes before to 15 minutes after a high-impact announcement of either currency, and from 10 minutes before a medium one.',
    'Without a calendar nobody can say that there is no news. So on real money a missing calendar always blocks.',
  ],
  source: 'The overlay of the rules of engagement.',
  ask: () =>
    exampleQuestion('an announcement is no figure of your record.', {
      asked: 'In ten minutes the US reports its jobs. Which mission may be fired now?',
      right: 'None with the US dollar in it',
      because: 'High impact holds either currency from 15 minutes before until 15 minutes after.',
      slips: [
        'Any with a stop beyond 30 pips',
        'Only those that sell the US dollar',
        'All of them at half the risk',
      ],
    }),
}
