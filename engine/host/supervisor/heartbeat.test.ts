import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Heartbeat } from './heartbeat.ts'
import { OneTimer } from './one-timer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  // In this order: a spy on a faked timer would stay when the faked one goes, and other files share these globals.
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function aHeartbeat() {
  const timer = new OneTimer()
  const heartbeat = new Heartbeat({ everyMs: 100, hungAfterMs: 250, ping: n => n }, timer)
  const pings: number[] = []
  const said: string[] = []
  const on = { is: true }
  heartbeat.heard()
  const watch = () =>
    heartbeat.watch({ isOn: () => on.is, post: n => pings.push(n), hung: why => said.push(why) })
  return { timer, heartbeat, pings, said, on, watch }
}

describe('a heartbeat', () => {
  test('asks again and again, and any word keeps it going', () => {
    const { heartbeat, pings, said, watch } = aHeartbeat()
    watch()
    for (let k = 0; k < 5; k++) {
      vi.advanceTimersByTime(101)
      heartbeat.heard()
    }
    expect(pings.slice(0, 5)).toEqual([1, 2, 3, 4, 5])
    expect(said).toEqual([])
  })

  test('says once how long it was silent, and asks no more', () => {
    const { pings, said, watch } = aHeartbeat()
    watch()
    vi.advanceTimersByTime(2_000)
    expect(said).toEqual(['it has not answered for 0.3 s'])
    expect(pings).toEqual([1, 2, 3])
  })

  test('of one that died in between leaves alone what is waited for since', () => {
    const { timer, on, pings, watch } = aHeartbeat()
    let isStartedAgain = false
    watch()
    // It dies after the timer went off, and before what was waiting to be read has been.
    vi.spyOn(globalThis, 'setImmediate').mockImplementationOnce(work => {
      on.is = false
      timer.set(50, () => (isStartedAgain = true))
      work()
      return undefined as never
    })
    vi.advanceTimersByTime(101)
    vi.advanceTimersByTime(50)
    expect(isStartedAgain).toBe(true)
    expect(pings).toEqual([1])
  })
})
