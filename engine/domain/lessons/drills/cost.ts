import { ENOUGH, type Lesson } from '../lesson.ts'
import { exampleQuestion, ownQuestion, tooFew } from '../question.ts'
import { plainR } from '../words.ts'

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
        right: plainR(1),
        because: '20 × 0.05 = 1.',
        slips: [plainR(0.05), plainR(0.25), plainR(4)],
      })
    const all = costs.reduce((sum, each) => sum + each, 0)
    return ownQuestion(n, {
      asked: `The missions behind your last ${n} trades counted ${plainR(all / n)} of commission and slippage each, on average. What is that together?`,
      right: plainR(all),
      because: `${n} × ${plainR(all / n)} comes to ${plainR(all)}, the spread not counted.`,
      slips: [plainR(all / n), plainR(all / 2), plainR(all * 2), plainR(all + 0.5), plainR(all + 1)],
    })
  },
}
