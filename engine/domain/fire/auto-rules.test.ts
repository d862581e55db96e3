import { describe, expect, test } from 'vitest'
import type { Mission } from '../../contracts/index.ts'
import { aShield } from '../../testkit/a-shield.ts'
import { aProvenMission, SETTINGS } from '../../testkit/a-shot.ts'
import { anAutoShot, codesOf, denialsOf } from '../../testkit/judged-shots.ts'
import { whyNoAuto } from './auto-rules.ts'
import { limitsUnder } from './limits.ts'

describe('AUTO', () => {
  const why = (xp: number, kind: 'simulated' | 'demo' | 'contest' | 'live') =>
    whyNoAuto(limitsUnder(xp, kind, SETTINGS), kind)

  test('is not to be had below WARRIOR', () => {
    expect(why(0, 'simulated')).toBe('A NIBBLER has no AUTO; it begins as WARRIOR, on demo accounts.')
    expect(why(4_999, 'demo')).toBe('A SCOUT has no AUTO; it begins as WARRIOR, on demo accounts.')
  })

  test('is to be had by a WARRIOR where no real money is, and by a FANG everywhere', () => {
    expect([why(5_000, 'simulated'), why(5_000, 'demo')]).toEqual([null, null])
    expect(why(5_000, 'live')).toBe('A WARRIOR has AUTO on demo accounts only; this one is live.')
    expect(why(5_000, 'contest')).toBe('A WARRIOR has AUTO on demo accounts only; this one is contest.')
    expect([why(15_000, 'live'), why(15_000, 'contest'), why(40_000, 'live')]).toEqual([null, null, null])
  })

  test('says of a mission that it does not take what it would have taken', () => {
    const of = (mission: Partial<Mission>) =>
      denialsOf(anAutoShot({ mission: aProvenMission(mission) })).map(({ text, value, limit }) => [text, value, limit]) // prettier-ignore
    expect(of({ shield: aShield({ score: 5.94 }) })).toEqual([['The shield is 5.9; AUTO wants 6 or more.', 5.94, 6]]) // prettier-ignore
    expect(of({ shield: null })).toEqual([['The shield is not known; AUTO wants 6 or more.', null, 6]])
    expect(of({ drill: true })).toEqual([['AUTO does not take this mission: it is a drill.', null, null]])
    expect(of({ confidence: { p: 0.6, n: 12, calibrated: false, source: 'test' } })).toEqual([
      ['AUTO does not take this mission: it is UNCALIBRATED, with 12 outcomes behind it.', null, null],
    ])
    expect(of({ quality: 'BRONZE' })).toEqual([['The mission is BRONZE; AUTO takes SILVER or better.', null, null]]) // prettier-ignore
  })

  test('takes no drill, however good', () => {
    expect(codesOf(anAutoShot({ mission: aProvenMission({ quality: 'DRILL' }) }))).toEqual(['AUTO_QUALITY'])
  })
})
