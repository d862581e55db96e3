import { describe, expect, test } from 'vitest'
import { Random } from '../../broker-sim/random.ts'
import { ModelFile } from '../../contracts/model.ts'
import { someCandidates, type CandidateWish } from '../../testkit/candidates.ts'
import { someMarketEntries } from '../../testkit/market-entries.ts'
import { aProvingReport } from '../../testkit/proving-report.ts'
import { STOP, TARGET } from '../outcome/trade-player.ts'
import { trainedModel } from './trained-model.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FROM = Date.UTC(2018, 0, 1)
const [EURUSD, GBPUSD] = [0, 1]

/** Four a day, each open for a day at the longest. */
const wishes = (days: number): CandidateWish[] => {
  const random = new Random(4)
  return Array.from({ length: 4 * days }, (_, k) => ({
    barMs: FROM + 6 * k * HOUR,
    ending: random.uniform() < 0.3 ? TARGET : STOP,
    told: { D_r5: random.gaussian() },
  }))
}

const report = (toMs: number) => {
  const made = aProvingReport()
  const [data] = made.data.pairs
  const pairs = data ? (['EURUSD', 'GBPUSD'] as const).map(pair => ({ ...data, pair, toMs })) : []
  return { ...made, data: { ...made.data, pairs } }
}

const modelOf = (of: readonly CandidateWish[], toMs: number | null, dataToMs = FROM + 100 * DAY) =>
  trainedModel(
    {
      gathered: { candidates: someCandidates(of), market: someMarketEntries(2_000, FROM, HOUR) },
      report: report(dataToMs),
      toMs,
    },
    0,
  )

describe('a trained model', () => {
  test('is a file that the contract accepts, whose card tells period, method and entries', () => {
    const model = modelOf(wishes(100), null)
    expect(ModelFile.parse(model)).toEqual(model)
    expect(model?.card.period).toEqual({ from: '2018-01-01', to: '2018-04-09' })
    expect(model?.card.method).toMatch(/in two stages.*2,000 quarter hours$/)
  })

  test('is fitted on nothing that reaches past the day of --to', () => {
    const toMs = FROM + 60 * DAY
    const turned = wishes(100).map(wish =>
      (wish.barMs ?? 0) + DAY >= toMs ? { ...wish, ending: wish.ending === TARGET ? STOP : TARGET } : wish,
    )
    const model = modelOf(wishes(100), toMs)
    expect(modelOf(turned, toMs)).toEqual(model)
    expect(model?.card.period.to).toBe('2018-02-28')
    // Sixty days of four, without the last day's: they might have lasted into March.
    expect(model?.plans.RAPID?.n).toBe(60 * 4 - 4)
  })

  test('speaks for the pairs that it was fitted on, fifty candidates at least, and for no other', () => {
    const few = wishes(100).map((wish, k) => ({ ...wish, pair: k % 8 === 0 && k < 392 ? GBPUSD : EURUSD }))
    expect(few.filter(({ pair }) => pair === GBPUSD).length).toBe(49)
    const pairsOf = (of: readonly CandidateWish[]) => modelOf(of, FROM + 200 * DAY)?.card.pairs
    expect(pairsOf(few)).toEqual(['EURUSD'])
    expect(pairsOf([...few, { barMs: FROM, pair: GBPUSD, ending: STOP }])).toEqual(['EURUSD', 'GBPUSD'])
  })

  test('is none where there is too little for a plan', () => {
    expect(modelOf(wishes(12), null)).toBeNull()
  })

  test('leaves out what the end of the data may have cut short', () => {
    expect(modelOf(wishes(100), null, FROM + 50 * DAY)?.plans.RAPID?.n).toBe(50 * 4 - 4)
  })
})
