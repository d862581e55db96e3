import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Freshness } from '../../contracts/vocabulary.ts'
import { freshness, type FreshnessInputs } from './freshness.ts'

const aged = (over: Partial<FreshnessInputs> = {}) =>
  freshness({ driftOfRange: 0, spreadRatio: 1, volumeRatio: 1, ...over })
const now = (over: Partial<FreshnessInputs> = {}) => aged(over).is

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

test('a figure that is no number leaves nothing of it', () => {
  for (const part of ['driftOfRange', 'spreadRatio', 'volumeRatio'] as const)
    expect(now({ [part]: Number.NaN })).toBe('EXPIRED')
})

test('it says what has made it as old as it is, with the figure', () => {
  const textOf = (over: Partial<FreshnessInputs>) => aged(over).text
  expect(textOf({ driftOfRange: 1.2 })).toBe('The price is 1.20 average ranges of a quarter hour from the entry; at most 1.') // prettier-ignore
  expect(textOf({ spreadRatio: 2.345 })).toBe('The spread is 2.35 times its usual; at most 2.')
  expect(textOf({ volumeRatio: 0.4 })).toBe('The last quarter hour had 0.40 times its usual ticks; at least 0.5.') // prettier-ignore
  expect(textOf({ driftOfRange: null })).toBe('How far a quarter hour goes here is not known.')
  expect(textOf({ spreadRatio: null })).toBe('What spread is usual here is not known.')
  expect(textOf({ volumeRatio: null })).toBe('Tick volume is not known here.')
})

test('of two that are as bad it names the drift before the spread, and the spread before the ticks', () => {
  expect(aged({ driftOfRange: 1.2, spreadRatio: 2.1, volumeRatio: 0.4 }).text).toContain('from the entry')
  expect(aged({ spreadRatio: 2.1, volumeRatio: 0.4 }).text).toContain('The spread')
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
