import { describe, expect, test } from 'vitest'
import type { HonestyCheck } from '../../contracts/honesty.ts'
import { aModel } from '../../testkit/models.ts'
import { gatheredOf } from './collect.ts'
import { controlsCheck } from './controls.ts'
import { generatedTape } from './generated-tape.ts'
import { lookAheadCheck } from './look-ahead.ts'
import { plantedBugCheck } from './planted-bug.ts'
import { PLANT, plantedEdgeCheck } from './planted-edge.ts'
import { plantedMarket } from './planted-market.ts'
import { startUpCheck } from './start-up.ts'
import { knownAtOpenOf } from './tape-parts.ts'
import { check, judged, known } from './verdicts.ts'

/** The readings with the longest memories, and a feature of the volatility that everything is measured in. */
const model = aModel({
  coefficients: [
    { name: 'D_e2050_240', mean: 0, std: 1.3, beta: 0.05 },
    { name: 'N_bwp', mean: 0.5, std: 0.3, beta: 0.05 },
    { name: 'D_r1440', mean: 0, std: 1, beta: 0.05 },
  ],
})

const reds = ({ figures }: HonestyCheck) => figures.filter(({ is }) => is === 'red')
const valueOf = ({ figures }: HonestyCheck, name: string) =>
  figures.find(figure => figure.name.includes(name))?.value

describe('signals', () => {
  test('on beginnings are those of the whole, and every setup was there to be compared', () => {
    const tapes = [generatedTape('EURUSD', 4, 24)]
    const found = lookAheadCheck(tapes, { seed: 1, cutsPerSetup: 2, cutsAnywhere: 3, model })
    expect(reds(found)).toEqual([])
    expect(found.figures.map(({ n }) => n > 0)).toEqual(found.figures.map(() => true))
  })

  test('that have seen the future are caught, and show what cannot be', () => {
    expect(reds(plantedBugCheck({ seed: 1, days: 200, model }))).toEqual([])
  })

  test('after a start with the history of the desk are those of an earlier start; after a week they are not', () => {
    const { tape } = plantedMarket(3, 110, null)
    const found = startUpCheck([tape], { seed: 1, days: [7], starts: 2, comparedDays: 5, model })
    expect(reds(found)).toEqual([])
    expect(valueOf(found, '7 days: proposals that the model cannot judge yet')).toBeGreaterThan(0)
  })
})

describe('a market with nothing in it', () => {
  test('gives nothing, and what is planted in it is found at its size', () => {
    expect(reds(plantedEdgeCheck({ seed: 1, days: 365 }))).toEqual([])
  })

  test('gives no skill on outcomes of other candidates', () => {
    const gathered = gatheredOf(plantedMarket(1, 240, PLANT).tape)
    expect(reds(controlsCheck('a planted edge', gathered, { seed: 1, shuffles: 20, shifts: 12 }))).toEqual([])
  })
})

test('of the minute that opens only its first quote is known', () => {
  const tape = generatedTape('EURUSD', 1, 1)
  const part = knownAtOpenOf(tape, 100)
  expect([part.length, part.high[100], part.low[100], part.close[100]]).toEqual([
    101,
    tape.open[100],
    tape.open[100],
    tape.open[100],
  ])
  expect(part.close.subarray(0, 100)).toEqual(tape.close.subarray(0, 100))
})

test('a check is red for one red figure, and a figure of nothing is red; what is only told judges nothing', () => {
  const fine = judged({ name: 'a', n: 1, value: 0, bound: 'none' }, true)
  expect(check('x', 'y', 1, [fine, known('b', 0, Number.NaN)]).is).toBe('green')
  expect(check('x', 'y', 1, [fine, judged({ name: 'c', n: 0, value: 0, bound: 'none' }, true)]).is).toBe(
    'red',
  )
})
