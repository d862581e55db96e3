import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Changes } from './changes.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('tells once for all that changes within a moment', () => {
  const told = vi.fn()
  const changes = new Changes(told, 50)
  for (let k = 0; k < 1_000; k++) changes.happened()
  vi.advanceTimersByTime(49)
  expect(told).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(1)
  expect(told).toHaveBeenCalledTimes(1)
  changes.happened()
  vi.advanceTimersByTime(50)
  expect(told).toHaveBeenCalledTimes(2)
})

it('tells what will change by itself, and only at its newest time', () => {
  const told = vi.fn()
  const changes = new Changes(told, 50)
  changes.happensIn(1_000)
  changes.happensIn(5_000)
  vi.advanceTimersByTime(5_049)
  expect(told).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(1)
  expect(told).toHaveBeenCalledTimes(1)
})

it('tells at its end what it has not told, and nothing after it', () => {
  const told = vi.fn()
  const changes = new Changes(told, 50)
  changes.happened()
  changes.happensIn(1_000)
  changes.end()
  changes.happened()
  vi.advanceTimersByTime(10_000)
  expect(told).toHaveBeenCalledTimes(1)
})
