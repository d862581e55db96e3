import { describe, expect, it } from 'vitest'
import { whileTicking } from './busy-share.ts'

/** A market of 300 ticks a second, of which so many come, while ten seconds are measured. */
function market(comePerSecond: number) {
  let nowMs = 5_000
  const measure = () => Promise.resolve((nowMs += 10_000))
  const told = () => Promise.resolve(Math.floor((nowMs / 1_000) * comePerSecond))
  return { of: { told, hasEnded: () => false, ticksPerSecond: 300 }, measure, now: () => nowMs }
}

describe('a page that is measured', () => {
  it('is measured with the share of the ticks that came meanwhile, and not before', async () => {
    const { of, measure, now } = market(285)
    expect(await whileTicking(of, measure, now)).toEqual({ value: 15_000, share: 0.95 })
  })

  it('was idle where none came', async () => {
    const { of, measure, now } = market(0)
    expect((await whileTicking(of, measure, now)).share).toBe(0)
  })

  it('is not measured where the terminal has ended', async () => {
    const { of, measure, now } = market(300)
    await expect(whileTicking({ ...of, hasEnded: () => true }, measure, now)).rejects.toThrow('idle page')
  })
})
