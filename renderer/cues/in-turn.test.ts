import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inTurn, within } from './in-turn.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aTurn() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const give = inTurn<string>(
    name => {
      begun.push(name)
      if (name === 'breaks') return Promise.reject(new Error('no device'))
      return new Promise<void>(resolve => ends.set(name, resolve))
    },
    name => name.startsWith('!'),
  )
  return { begun, give, end: (name: string) => ends.get(name)?.() }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

it('the next begins when the one before has ended, or has broken', async () => {
  const { begun, give, end } = aTurn()
  give('a')
  give('breaks')
  await settle()
  expect(begun).toEqual(['a'])
  end('a')
  await settle()
  expect(begun).toEqual(['a', 'breaks'])
  give('c')
  await settle()
  expect(begun).toEqual(['a', 'breaks', 'c'])
})

it('of those that wait the newest is left, and what is urgent gives way to what is urgent only', async () => {
  const { begun, give, end } = aTurn()
  for (const name of ['a', 'b', '!c', 'd', '!e', 'f']) give(name)
  end('a')
  await settle()
  expect(begun).toEqual(['a', '!e'])
})

it('what never ends is over after its time', async () => {
  const over = vi.fn(() => 'over')
  const hangs = within(new Promise<string>(() => {}), 1_000, over)
  const ends = within(Promise.resolve('ended'), 1_000, over)
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await hangs, await ends]).toEqual(['over', 'ended'])
  expect(over).toHaveBeenCalledTimes(1)
})
