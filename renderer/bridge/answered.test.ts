import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answered } from './answered.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('is what was answered, however long that took within its patience', async () => {
  const call = new Promise<string>(resolve => setTimeout(resolve, 9_900, 'yes'))
  const answer = answered(call)
  await vi.advanceTimersByTimeAsync(9_900)
  expect(await answer).toBe('yes')
  expect(vi.getTimerCount()).toBe(0)
})

it('says so when nobody answers, and when the call breaks', async () => {
  const silent = answered(new Promise<string>(() => {}))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await silent).toMatchObject({ is: 'failed', code: 'NO_ANSWER', text: expect.stringContaining('10 seconds') as string }) // prettier-ignore
  expect(await answered(Promise.reject(new Error('no bridge')))).toMatchObject({ code: 'NO_BRIDGE', text: 'Error: no bridge' }) // prettier-ignore
})
