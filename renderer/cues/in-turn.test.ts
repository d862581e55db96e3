import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inTurn } from './in-turn.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aTurn() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const give = inTurn<string>(name => {
    begun.push(name)
    if (name === 'breaks') return Promise.reject(new Error('no device'))
    return new Promise<void>(resolve => ends.set(name, resolve))
  }, 1_000)
  return { begun, give, end: (name: string) => ends.get(name)?.() }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

it('the next begins when the one before has ended', async () => {
  const { begun, give, end } = aTurn()
  give('a')
  give('b')
  await settle()
  expect(begun).toEqual(['a'])
  end('a')
  await settle()
  expect(begun).toEqual(['a', 'b'])
})

it('one that breaks or never ends does not silence what comes after it', async () => {
  const { begun, give } = aTurn()
  for (const name of ['breaks', 'hangs', 'c']) give(name)
  await settle()
  expect(begun).toEqual(['breaks', 'hangs'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(begun).toEqual(['breaks', 'hangs', 'c'])
})
