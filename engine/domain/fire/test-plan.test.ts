import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mission, Points } from '../../contracts/index.ts'
import { aMission, AN_ACCOUNT, aShot, aSpec } from '../../testkit/a-shot.ts'
import { judgeShot } from './gate.ts'
import type { ShotInputs } from './shot.ts'
import { driftless, testPlan } from './test-plan.ts'

const at = (bid: number, spread: number, stopLevel = 0, over: Partial<ShotInputs> = {}): ShotInputs => {
  const plan = testPlan({ bid, ask: bid + spread, digits: 5, stopLevel })
  const mission = aMission({ ...(plan as Pick<Mission, 'entry' | 'stop' | 'target' | 'stopPoints'>), rewardRatio: 1, shield: null, test: true }) // prettier-ignore
  const quote = { bid: bid as Points, ask: (bid + spread) as Points, ageMs: 0, staleAfterMs: 10_000 }
  return aShot({ mission, quote, spec: aSpec({ stopLevel }), ...over })
}
const shotAt = (inputs: ShotInputs) => {
  const answer = judgeShot(inputs)
  return answer.is === 'shot' ? answer.shot : answer.denials.map(({ code }) => code)
}

describe('the plan of a test fire', () => {
  test('is a long with stop and target as far, never under six pips', () => {
    expect(testPlan({ bid: 109_998, ask: 110_000, digits: 5, stopLevel: 0 })).toEqual({
      entry: 110_000,
      stop: 109_940,
      target: 110_060,
      stopPoints: 60,
    })
  })

  test('passes the rules of the price with a spread that is half as wide again', () => {
    const wide = fc.record({ bid: fc.integer({ min: 50_000, max: 300_000 }), spread: fc.integer({ min: 0, max: 60 }), stopLevel: fc.integer({ min: 0, max: 100 }) }) // prettier-ignore
    fc.assert(
      fc.property(wide, ({ bid, spread, stopLevel }) => {
        const inputs = at(bid, spread, stopLevel)
        const worse = Math.floor(spread * 1.5)
        const ask = (inputs.mission.entry - spread + worse) as Points
        const quote = { bid: (ask - worse) as Points, ask, ageMs: 0, staleAfterMs: 10_000 }
        const codes = shotAt({ ...inputs, quote, account: { ...AN_ACCOUNT, balanceCents: 1e12 as never } })
        for (const code of ['SPREAD_TOO_WIDE', 'STOP_TOO_NEAR', 'PRICE_DRIFTED'])
          expect(codes).not.toContain(code)
      }),
    )
  })

  test('claims of a price without drift what the spread leaves of an even bet', () => {
    expect(driftless({ stopPoints: 100 }, 0)).toBe(0.5)
    expect(driftless({ stopPoints: 100 }, 10)).toBe(0.45)
  })
})

describe('the size of a test fire', () => {
  test('is the smallest that the broker takes, however much more is allowed', () => {
    expect(shotAt(at(109_995, 5))).toMatchObject({ lots: 0.01, riskCents: 67 })
    const coarse = aSpec({ lotMin: 0.03, lotStep: 0.02, lotMax: 0.05 })
    expect(shotAt(at(109_995, 5, 0, { spec: coarse }))).toMatchObject({ lots: 0.04 })
  })

  test('is denied where as much is not allowed, and where the trader or the terminal takes less', () => {
    const account = { ...AN_ACCOUNT, balanceCents: 10_000 as never }
    expect(shotAt(at(109_995, 5, 0, { account }))).toEqual(['LOTS_BELOW_MIN'])
    const { limits, link } = aShot()
    expect(shotAt(at(109_995, 5, 0, { limits: { ...limits, maxLots: 0.001 } }))).toEqual(['LOTS_ABOVE_MAX'])
    expect(shotAt(at(109_995, 5, 0, { link: { ...link, maxLots: 0.001 } }))).toEqual(['LOTS_ABOVE_TERMINAL'])
  })
})
