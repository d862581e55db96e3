import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Freshness } from '../../contracts/vocabulary.ts'
import { freshness, type FreshnessInputs } from './freshness.ts'

const now = (over: Partial<FreshnessInputs> = {}) =>
  freshness({ driftOfRange: 0, spreadRatio: 1, volumeRatio: 1, ...over }).is

test('a mission ages with the drift of the price against its usual range', () => {
  expect([0, 0.25, 0.26, 0.5, 0.51, 1, 1.01].map(driftOfRange => now({ driftOfRange }))).toEqual([
    'FRESH', 'FRESH', 'VALID', 'VALID', 'AGING', 'AGING', 'EXPIRED',
  ]) // prettier-ignore
})

test('a mission ages with the spread and with the ticks against their usual', () => {
  expect([1.25, 1.3, 1.6, 2.1].map(spreadRatio => now({ spreadRatio }))).toEqual([
    'FRESH', 'VALID', 'AGING', 'EXPIRED',
  ]) // prettier-ignore
  expect([1, 0.9, 0.7, 0.4].map(volumeRatio => now({ volumeRatio }))).toEqual([
    'FRESH', 'VALID', 'AGING', 'EXPIRED',
  ]) // prettier-ignore
})

test('what is not known leaves it VALID at best', () => {
  for (const part of ['driftOfRange', 'spreadRatio', 'volumeRatio'] as const)
    expect(now({ [part]: null })).toBe('VALID')
})

test('it is as fresh as the worst of the three', () => {
  const any = fc.double({ min: 0, max: 3, noNaN: true })
  const rank = (over: Partial<FreshnessInputs>) => Freshness.options.indexOf(now(over))
  fc.assert(
    fc.property(any, any, any, (driftOfRange, spreadRatio, volumeRatio) => {
      const worst = Math.max(rank({ driftOfRange }), rank({ spreadRatio }), rank({ volumeRatio }))
      expect(rank({ driftOfRange, spreadRatio, volumeRatio })).toBe(worst)
    }),
  )
})
