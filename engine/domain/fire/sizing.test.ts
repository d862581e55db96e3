import { describe, expect, test } from 'vitest'
import { aSpec } from '../../testkit/a-shot.ts'
import { gainCents, lossCents, sizeOrder } from './sizing.ts'

const way = (points: number, tickValue = 1) => ({ points, tickValue })

describe('sizing', () => {
  test('a yen pair is sized by its own tick value, not by ten dollars a pip', () => {
    const yen = aSpec({ digits: 3, tickSize: 0.001, tickValue: 0.667, commissionPerLot: 0 })
    expect(sizeOrder(yen, way(200, 0.667), 10_000)).toMatchObject({
      is: 'sized',
      lots: 0.74,
      riskCents: 9_872,
    })
  })

  test('what fits exactly is not lost to the arithmetic of decimals', () => {
    const free = aSpec({ commissionPerLot: 0 })
    for (const [points, cents, lots] of [
      [100, 3_000, 0.3],
      [100, 7_000, 0.7],
      [300, 8_700, 0.29],
      [70, 4_900, 0.7],
    ] as const)
      expect(sizeOrder(free, way(points), cents)).toMatchObject({ lots, riskCents: cents })
  })

  test('a cent too little is a step too little', () => {
    const free = aSpec({ commissionPerLot: 0 })
    expect(sizeOrder(free, way(100), 2_999)).toMatchObject({ lots: 0.29, riskCents: 2_900 })
    expect(sizeOrder(free, way(100), 2_900)).toMatchObject({ lots: 0.29 })
    expect(sizeOrder(aSpec(), way(100), 107)).toEqual({ is: 'sized', lots: 0.01, steps: 1, riskCents: 107 })
    expect(sizeOrder(aSpec({ lotStep: 0.1, lotMin: 0.1 }), way(100), 2_200)).toMatchObject({ lots: 0.2, steps: 2 }) // prettier-ignore
  })

  test('each part is rounded as a terminal books it: what is lost down from the half, what is paid up', () => {
    const spec = aSpec({ commissionPerLot: 0.5 })
    expect(lossCents(spec, way(1, 0.5), 1)).toBe(0 + 1)
    expect(lossCents(spec, way(1, 0.6), 1)).toBe(1 + 1)
    expect(gainCents(spec, way(1, 0.5), 1)).toBe(1 - 1)
    expect(lossCents(aSpec({ commissionPerLot: null }), way(100), 1)).toBe(100)
  })

  test('the money decides and not the quotient, by rounding of decimals neither way', () => {
    for (let cents = 1; cents <= 3_000; cents++) {
      const sized = sizeOrder(aSpec({ commissionPerLot: 0 }), way(7, 0.3), cents)
      const steps = Math.floor((cents * 10) / 21)
      expect(sized.lots).toBe(Number((steps / 100).toFixed(2)))
    }
  })

  test('outside the smallest and the largest order it is refused with the lots it would have been', () => {
    expect(sizeOrder(aSpec(), way(100), 106)).toEqual({ is: 'refused', code: 'LOTS_BELOW_MIN', lots: 0, limit: 0.01 }) // prettier-ignore
    expect(sizeOrder(aSpec({ lotMax: 0.5 }), way(100), 10_000)).toEqual({ is: 'refused', code: 'LOTS_ABOVE_MAX', lots: 0.93, limit: 0.5 }) // prettier-ignore
    expect(sizeOrder(aSpec(), way(100), -5)).toMatchObject({ is: 'refused', code: 'LOTS_BELOW_MIN' })
  })

  test('a distance of nothing is not a reason for endless lots', () => {
    expect(sizeOrder(aSpec({ commissionPerLot: 0 }), way(0), 10_000)).toEqual({ is: 'refused', code: 'LOTS_BELOW_MIN', lots: 0, limit: 0.01 }) // prettier-ignore
  })

  test('a gain pays its commission, a loss pays it too', () => {
    expect(gainCents(aSpec(), way(200), 93)).toBe(18_600 - 651)
    expect(lossCents(aSpec(), way(100), 93)).toBe(9_300 + 651)
  })
})
