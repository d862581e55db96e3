import type { Session } from '../../../contracts/vocabulary.ts'
import { ENOUGH, type Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion, tooFew } from '../question.ts'

const WORDS: Readonly<Record<Session, string>> = {
  ASIAN: 'Asian session',
  LONDON: 'London',
  OVERLAP: 'London and New York together',
  NEW_YORK: 'New York',
  ROLLOVER: 'Rollover',
  CLOSED: 'Market closed',
}
const USUAL = [WORDS.ASIAN, WORDS.LONDON, WORDS.OVERLAP, WORDS.NEW_YORK]

/** The same setup is another trade at another hour. */
export const sessions: Lesson = {
  id: 'sessions',
  title: 'Sessions',
  text: [
    'Currencies trade day and night, but not alike: in April 2022 desks in the United Kingdom did 38 % of all turnover and those in the United States 19 %.',
    'While both are at work the market moves most and its spread is small. Around the rollover at 17:00 New York banks close their day, and the spread widens.',
    'The desk takes no entries from 16:15 to 19:00 New York. In which hours your trades earn is in your debrief, and needs many trades before it says anything.',
  ],
  source: 'BIS Triennial Central Bank Survey, October 2022; the closed hours from the rules of engagement.',
  ask(trades) {
    const times = new Map<string, number>()
    for (const { session } of trades)
      if (session !== null) times.set(WORDS[session], (times.get(WORDS[session]) ?? 0) + 1)
    const n = [...times.values()].reduce((sum, each) => sum + each, 0)
    const [first, second] = [...times].toSorted(([, a], [, b]) => b - a)
    if (n < ENOUGH || first === undefined || first[1] === second?.[1])
      return exampleQuestion(
        n < ENOUGH ? tooFew(n, ENOUGH) : 'two sessions have the same number of your trades.',
        {
          asked: 'When is the market of euro and dollar usually at its busiest?',
          right: WORDS.OVERLAP,
          because: 'Both of the largest centres are at work.',
          slips: [WORDS.ASIAN, WORDS.ROLLOVER, WORDS.NEW_YORK],
        },
      )
    return ownQuestion(n, {
      asked: `In which session were most of your last ${n} trades issued?`,
      right: first[0],
      because: `${first[1]} of ${n}.`,
      slips: USUAL,
    })
  },
}
