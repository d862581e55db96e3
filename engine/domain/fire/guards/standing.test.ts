import { describe, expect, test } from 'vitest'
import { aDrawdown, someFigures, TUESDAY_MS } from '../../../testkit/account-figures.ts'
import { HOUR_MS } from '../../market/civil.ts'
import { causes, standing, type Raised } from './standing.ts'

const raised = (guard: Raised['guard']): Raised => ({
  guard,
  text: 'As it was.',
  value: 1,
  limit: 2,
  untilMs: TUESDAY_MS + HOUR_MS,
})

describe('a guard that was raised', () => {
  test('denies by a code of its own once its cause has gone', () => {
    const all = standing(someFigures(), (['TILT_LOCKOUT', 'DAILY_STOP', 'DRAWDOWN_STOP'] as const).map(raised)) // prettier-ignore
    expect(all.map(({ code }) => code)).toEqual(['TILT_LOCKOUT', 'DAILY_STOP', 'DRAWDOWN_STOP'])
    expect(all[1]).toEqual({ ...raised('DAILY_STOP'), code: 'DAILY_STOP' })
  })

  test('and denied nothing by itself goes on denying nothing', () => {
    expect(standing(someFigures(), [raised('MEDIC')])).toEqual([{ ...raised('MEDIC'), code: null }])
  })

  test('stands once while its cause is there, with the figures of now', () => {
    const now = standing(someFigures({ netTodayCents: -31_000 }), [raised('MEDIC'), raised('DAILY_STOP')])
    expect(now.map(({ guard, code, value }) => [guard, code, value])).toEqual([
      ['MEDIC', null, 31_000],
      ['DAILY_STOP', 'DAILY_LOSS', 31_000],
    ])
  })

  test('outlives its cause also while another guard has one', () => {
    const warned = someFigures({ lossesInARow: 3, lastLossMs: TUESDAY_MS })
    expect(standing(warned, [raised('DAILY_STOP')]).map(({ code, guard }) => code ?? guard)).toEqual([
      'TILT_WARNING',
      'DAILY_STOP',
    ])
  })
})

test('tilt, the day and the drawdown are told in this order', () => {
  const worst = { lossesInARow: 4, lastLossMs: TUESDAY_MS, equityCents: 900_000, ...aDrawdown('static') }
  expect(causes(someFigures(worst)).map(({ guard }) => guard)).toEqual([
    'TILT_WARNING', 'TILT_LOCKOUT', 'MEDIC', 'DAILY_STOP', 'DRAWDOWN_STOP',
  ]) // prettier-ignore
})
