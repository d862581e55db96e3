import { ENOUGH, type Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion, tooFew } from '../question.ts'
import { inR, rBeside } from '../words.ts'

/** Every trade pays, whatever it earns. */
export const cost: Lesson = {
  id: 'cost',
  title: 'Spread and cost',
  text: [
    'A trade begins behind: it buys at the ask and could sell at the bid only. Commission, slippage and swap come on top, win or lose.',
    'What counts is cost against the stop. One pip of cost is 0.17 R with a stop of 6 pips and 0.03 R with a stop of 30.',
    'So the desk takes no stop below 15 times the round-trip cost, and `bitten costs` shows what carrying out your orders has cost.',
  ],
  source: 'Arithmetic; the rule of 15 from the rules of engagement, after the study of its setups.',
  ask(trades) {
    const costs = trades.flatMap(({ costR }) => (costR === null ? [] : [costR]))
    const n = costs.length
    if (n < ENOUGH)
      return exampleQuestion(tooFew(n, ENOUGH), {
        asked: 'Twenty trades pay 0.05 R of commission and slippage each. What do they cost together?',
        right: inR(1),
        because: '20 × 0.05 = 1.',
        slips: [inR(0.05), inR(0.25), inR(4)],
      })
    const all = costs.reduce((sum, each) => sum + each, 0)
    return ownQuestion(n, {
      asked: `The missions behind your last ${n} trades counted ${inR(all / n)} of commission and slippage each, on average. What is that together?`,
      right: inR(all),
      because: `${n} × ${inR(all / n)} comes to ${inR(all)}, the spread not counted.`,
      slips: [inR(all / n), inR(all / 2), inR(all * 2), ...rBeside(all)],
    })
  },
}
