import { describe, expect, test } from 'vitest'
import golden from '../../../tests/golden/volatility/volatility.json' with { type: 'json' }
import { VolatilityModel } from './volatility.ts'

const MINUTE = 60_000

describe('the volatility model', () => {
  test.each(golden.checks)('after $bars quarter hours says what its definition gives', check => {
    const model = new VolatilityModel()
    for (let k = 0; k < check.bars; k++) {
      model.addQuarterHour((golden.openMinutes[k] as number) * MINUTE, golden.closes[k] as number)
    }
    const nowMs = ((golden.openMinutes[check.bars - 1] as number) + 15) * MINUTE
    const close = golden.closes[check.bars - 1] as number
    expect(model.ready).toBe(true)
    expect(model.ratio / check.ratio).toBeCloseTo(1, 9)
    expect(model.sigma(close, nowMs, 15) / check.sigma15).toBeCloseTo(1, 9)
    expect(model.sigma(close, nowMs, 60) / check.sigma60).toBeCloseTo(1, 9)
    expect(model.sigma(close, nowMs, 240) / check.sigma240).toBeCloseTo(1, 9)
  })
})
