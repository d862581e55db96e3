import { describe, expect, test } from 'vitest'
import { SymbolMarket } from '../../market/symbol-market.ts'
import { PLANS } from '../plan.ts'
import type { Proposal, Setup } from '../setup.ts'
import { SETUPS } from '../setups/index.ts'
import { inEveryPlan } from './every-plan.ts'

const PROPOSAL: Proposal = {
  side: 'sell',
  stopPoints: 80,
  rewardRatio: 2,
  timeExitMs: 1,
  invalidation: '',
  invalidBeyond: 0,
  figures: [],
  structure: [],
}

function setupThat(propose: Setup['propose']): Setup {
  const [setup] = SETUPS
  if (!setup) throw new Error('there are setups')
  return { ...setup, plan: PLANS.TIMED, propose }
}

describe('every setup in every plan', () => {
  test('is each pair of them once', () => {
    const names = inEveryPlan(SETUPS).map(({ name, plan }) => `${name} ${plan.name}`)
    expect(new Set(names).size).toBe(3 * SETUPS.length)
  })

  test('proposes the same side with the stop, the ratio and the time of the plan', () => {
    const market = new SymbolMarket('EURUSD', 5, () => undefined)
    market.readings.sigma240 = 200
    const laidOut = inEveryPlan([setupThat(() => PROPOSAL)]).map(({ plan, propose }) => ({
      plan: plan.name,
      proposal: propose(market, 60_000),
    }))
    expect(laidOut).toEqual([
      {
        plan: 'RAPID',
        proposal: { ...PROPOSAL, stopPoints: 150, rewardRatio: 2, timeExitMs: 1_441 * 60_000 },
      },
      {
        plan: 'PRECISION',
        proposal: { ...PROPOSAL, stopPoints: 150, rewardRatio: 3, timeExitMs: 2_161 * 60_000 },
      },
      { plan: 'TIMED', proposal: PROPOSAL },
    ])
  })

  test('proposes nothing where the setup does not', () => {
    const market = new SymbolMarket('EURUSD', 5, () => undefined)
    for (const { propose } of inEveryPlan([setupThat(() => null)])) expect(propose(market, 0)).toBeNull()
  })
})
