import { expect, it } from 'vitest'
import { chance } from './measured.ts'

it.each([
  [null, '–'],
  [0, 'under 1 %'],
  [0.004, 'under 1 %'],
  [0.5, '50 %'],
  [0.99, '99 %'],
  [0.9996, 'over 99 %'],
  [1, 'over 99 %'],
])('a likelihood of %s is never told as certain', (share, text) => {
  expect(chance(share)).toBe(text)
})
