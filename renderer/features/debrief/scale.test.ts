import { describe, expect, it } from 'vitest'
import { aroundNothing, fromNothing, placeOn, verdictOf } from './scale.ts'

const figure = (value: number | null, low: number | null, high: number | null) => ({
  value,
  low,
  high,
  n: 40,
})

describe('a scale', () => {
  it('has nothing in its middle, or at its left, and holds the whole interval', () => {
    expect(aroundNothing(figure(0.2, -0.1, 0.8), 0.5)).toEqual({ from: -0.8, to: 0.8, mark: 0 })
    expect(aroundNothing(figure(0.1, null, null), 0.5)).toEqual({ from: -0.5, to: 0.5, mark: 0 })
    expect(fromNothing(figure(1.3, 0.9, 3.1), 2, 1)).toEqual({ from: 0, to: 3.1, mark: 1 })
  })

  it.each([
    [-1, 0],
    [0, 50],
    [0.5, 75],
    [7, 100],
  ])('puts %s at %s percent', (value, place) => {
    expect(placeOn({ from: -1, to: 1, mark: 0 }, value)).toBe(place)
  })
})

it.each([
  [figure(0.3, 0.1, 0.5), 'above'],
  [figure(-0.3, -0.5, -0.1), 'below'],
  [figure(0.3, -0.1, 0.5), 'open'],
  [figure(0.3, null, null), 'open'],
] as const)('an interval that holds the mark decides nothing', (measured, verdict) => {
  expect(verdictOf(measured, { from: -1, to: 1, mark: 0 })).toBe(verdict)
})
