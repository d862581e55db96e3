import { expect, it } from 'vitest'
import { daysFrom, risksFrom } from './tighter.ts'

it('a newcomer chooses from the default down', () => {
  expect(risksFrom(1)).toEqual([1, 0.5, 0.25])
  expect(daysFrom(null)).toEqual([null, 2, 1])
})

it('nothing looser than what is set is offered, and what is set always is', () => {
  expect(risksFrom(0.5)).toEqual([0.5, 0.25])
  expect(risksFrom(1.5)).toEqual([1.5, 1, 0.5, 0.25])
  expect(risksFrom(0.1)).toEqual([0.1])
  expect(daysFrom(1.5)).toEqual([1.5, 1])
  expect(daysFrom(4)).toEqual([4, 2, 1])
})
