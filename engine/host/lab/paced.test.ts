import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Paced } from './paced.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('tells at once, then no more often than agreed, and the last word always', () => {
  const told: number[] = []
  let word = 0
  const paced = new Paced(250, () => told.push(word))
  for (word = 1; word <= 100; word++) {
    paced.tell()
    vi.advanceTimersByTime(10)
  }
  word = 100
  vi.advanceTimersByTime(250)
  expect(told).toEqual([1, 25, 50, 75, 100])
  vi.advanceTimersByTime(10_000)
  expect(told).toHaveLength(5)
})

it('tells nothing once it was stopped', () => {
  const told: string[] = []
  const paced = new Paced(250, () => told.push('told'))
  paced.tell()
  paced.tell()
  paced.stop()
  vi.advanceTimersByTime(1_000)
  expect(told).toHaveLength(1)
})
