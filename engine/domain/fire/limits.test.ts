import { describe, expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import { SETTINGS } from '../../testkit/a-shot.ts'
import { isRealMoney, limitsUnder } from './limits.ts'

describe('the limits', () => {
  test('are the rank’s, and the trader’s where they are tighter', () => {
    const own = DeskSettings.parse({ riskPct: 0.5, limits: { openTrades: 2, shotsADay: 3, dailyLossPct: 1, totalRiskPct: 4, maxLots: 0.5 } }) // prettier-ignore
    expect(limitsUnder(15_000, 'live', SETTINGS)).toEqual({ rank: 'FANG', riskPct: 1, openTrades: 4, shotsADay: 15, dailyLossPct: 5, totalRiskPct: 6, maxLots: null, auto: 'always', severalTerminals: false }) // prettier-ignore
    expect(limitsUnder(15_000, 'live', own)).toEqual({ rank: 'FANG', riskPct: 0.5, openTrades: 2, shotsADay: 3, dailyLossPct: 1, totalRiskPct: 4, maxLots: 0.5, auto: 'always', severalTerminals: false }) // prettier-ignore
    const loose = DeskSettings.parse({
      riskPct: 2,
      limits: { openTrades: 5, shotsADay: 20, dailyLossPct: 5 },
    })
    expect(limitsUnder(0, 'live', loose)).toMatchObject({ riskPct: 1, openTrades: 1, shotsADay: 6, dailyLossPct: 3 }) // prettier-ignore
  })

  test('of the top rank are for practice when the trader has unlocked them, and never for real money', () => {
    const unlocked = DeskSettings.parse({ practiceUnlocked: true, riskPct: 2 })
    for (const kind of ['simulated', 'demo'] as const)
      expect(limitsUnder(0, kind, unlocked)).toMatchObject({ rank: 'COMMANDER', riskPct: 2, openTrades: 5, auto: 'always', severalTerminals: true }) // prettier-ignore
    for (const kind of ['contest', 'live'] as const)
      expect(limitsUnder(0, kind, unlocked)).toMatchObject({ rank: 'NIBBLER', riskPct: 1, auto: 'never' })
    expect((['simulated', 'demo', 'contest', 'live'] as const).map(isRealMoney)).toEqual([false, false, true, true]) // prettier-ignore
  })
})
