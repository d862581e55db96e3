import type { Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion } from '../question.ts'
import { gain, inR, rBeside } from '../words.ts'

/** Money at risk as the unit of every result. */
export const oneR: Lesson = {
  id: 'one-r',
  title: 'What one R is',
  text: [
    'R is the money that a trade may lose: what its stop would take, costs included. A trade that earns twice that has earned +2 R.',
    'R makes trades of different size comparable. A gain of 100 says little; a gain of 0.2 R says that much was risked for little.',
    'The desk reckons R with the risk of the moment of the shot. A stop that was moved nearer later does not make it smaller.',
  ],
  source: 'R as Van K. Tharp uses it, Trade Your Way to Financial Freedom, 1998; the desk’s own reckoning.',
  ask(trades) {
    const last = trades.at(-1)
    if (last === undefined || last.riskCents <= 0)
      return exampleQuestion('no trade has been closed yet.', {
        asked: 'A trade risks 50.00 and ends with +75.00. What is that in R?',
        right: inR(1.5),
        because: '75 ÷ 50 = 1.5.',
        slips: [inR(0.75), inR(0.67), inR(2.5)],
      })
    const r = last.netCents / last.riskCents
    const risk = (last.riskCents / 100).toFixed(2)
    return ownQuestion(1, {
      asked: `Your last trade, ${last.pair}, risked ${risk} and ended with ${gain(last.netCents)}. What is that in R?`,
      right: inR(r),
      because: `${gain(last.netCents)} ÷ ${risk} = ${inR(r)}.`,
      slips: [inR(-r), inR(r * 2), ...rBeside(r)],
    })
  },
}
