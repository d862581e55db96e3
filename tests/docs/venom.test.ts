import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { CARDS } from '../../engine/domain/citadel/cards.ts'
import { costRules } from '../../engine/domain/overlay/cost.ts'
import { Calibrator } from '../../engine/domain/venom/confidence/calibrator.ts'
import { FEATURE_COUNT } from '../../engine/domain/venom/confidence/feature-names.ts'
import { RollingIntercept } from '../../engine/domain/venom/confidence/rolling-intercept.ts'
import { PLANS } from '../../engine/domain/venom/plan.ts'
import { SETUPS } from '../../engine/domain/venom/setups/index.ts'
import { qualityOf, VALUE_GATE } from '../../engine/domain/venom/value.ts'
import { USUAL_DRAWS } from '../../engine/lab/random/random-entries.ts'
import { aModel, aPlanModel } from '../../engine/testkit/models.ts'
import { tableUnder } from './markdown.ts'

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/venom.md'), 'utf8')
const DAY_MS = 86_400_000
const A_DAY_MS = Date.UTC(2018, 0, 10, 12)

/** Where the next better quality begins, in hundredths of R. */
const qualityBounds = (): number[] =>
  Array.from({ length: 100 }, (_, k) => k / 100).filter(r => qualityOf(r + 1e-9) !== qualityOf(r - 1e-9))

/** The bound that a stop of nothing breaks. */
const limitOf = (code: string): number | null | undefined =>
  costRules(1, 10, 0, 5).find(refusal => refusal.code === code)?.limit

const isCalibratedBy = (n: number): boolean =>
  new Calibrator(aModel({}, { plans: { RAPID: aPlanModel({ n }), PRECISION: null, TIMED: null } })).outlook(
    { pair: 'EURUSD', plan: 'RAPID', p0: 0.3, features: new Float64Array(FEATURE_COUNT) },
    0,
  ).calibrated

function movesAfter(outcomes: number): boolean {
  const level = new RollingIntercept()
  for (let k = 0; k < outcomes; k++) level.add(A_DAY_MS, true, 0.3)
  return level.at(A_DAY_MS + 3 * DAY_MS) !== 0
}

/** The fewest for which it holds. */
const fewest = (holds: (n: number) => boolean): number =>
  Array.from({ length: 1_000 }, (_, n) => n).find(holds) ?? Number.NaN

describe('docs/venom.md', () => {
  test('lists every setup with its bar, plan, use and evidence, in their order', () => {
    expect(tableUnder(text, '## The six setups').slice(0, SETUPS.length)).toEqual(
      SETUPS.map(({ name, timeframe, plan, use, evidence }) => [
        `\`${name}\``,
        timeframe,
        plan.name,
        use,
        evidence,
      ]),
    )
  })

  test('lists every plan as it is laid out', () => {
    const rows = tableUnder(text, '## The six setups').filter(([first = '']) =>
      Object.keys(PLANS).includes(first.replaceAll('`', '')),
    )
    expect(rows).toEqual(
      Object.values(PLANS).map(({ name, stopSigmas, rewardRatio, timeExitMinutes }) => [
        `\`${name}\``,
        String(stopSigmas),
        `1:${rewardRatio}`,
        `${timeExitMinutes} min`,
      ]),
    )
  })

  test('names the parts of the shield that weigh nothing, and those that are unproven', () => {
    const parts = (keep: (card: (typeof CARDS)[keyof typeof CARDS]) => boolean) =>
      Object.entries(CARDS).flatMap(([part, card]) => (keep(card) ? [`\`${part}\``] : []))
    expect(text).toContain(`measured to say nothing: ${parts(({ most }) => most === 0).join(', ')}.`)
    expect(text).toContain(`${parts(({ informs }) => informs === 'unproven').join(' and ')} are unproven`)
    expect(parts(({ informs }) => informs === 'safety')).toHaveLength(6)
  })

  test('gives the numbers that the code holds', () => {
    const numbers = tableUnder(text, '## The numbers in the code').map(([, number]) => number)
    expect(numbers).toEqual(
      [
        VALUE_GATE,
        qualityBounds().join(', '),
        limitOf('STOP_OF_COST'),
        limitOf('STOP_TOO_SHORT'),
        fewest(isCalibratedBy),
        fewest(movesAfter),
        USUAL_DRAWS,
        FEATURE_COUNT,
      ].map(String),
    )
  })
})
