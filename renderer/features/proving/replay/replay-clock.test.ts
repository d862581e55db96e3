import { describe, expect, it } from 'vitest'
import { aReplayDay, DAY, minuteMs } from '../../../../tests/e2e/support/proving.ts'
import {
  advanced,
  AT_START,
  goneTo,
  happenedBy,
  nextMissionMs,
  nowOf,
  shownAt,
  SPEEDS,
  toggled,
  type ReplayClock,
  type Speed,
} from './replay-clock.ts'

const day = aReplayDay
const playing = { ...AT_START, isPlaying: true }

describe('a day that is played again', () => {
  it('goes as fast as it is told, whatever the pauses between two looks', () => {
    const afterASecond = (speed: Speed) =>
      Array.from({ length: 20 }, () => 50).reduce<ReplayClock>((clock, ms) => advanced(clock, ms, day), {
        ...playing,
        speed,
      }).shown
    expect(SPEEDS.map(afterASecond)).toEqual([2, 6, 21, 61])
  })

  it('stands still while it does not play, and at its end', () => {
    expect(advanced(AT_START, 60_000, day)).toBe(AT_START)
    const end = advanced(playing, 3_600_000, day)
    expect(end).toMatchObject({ shown: day.bars.length, isPlaying: false })
    expect(toggled(end, day)).toMatchObject({ shown: 1, isPlaying: true })
  })

  it('goes by hand no further than its first and its last minute, and stops playing', () => {
    expect(goneTo(playing, 0, day)).toMatchObject({ shown: 1, isPlaying: false })
    expect(goneTo(playing, 9_999, day).shown).toBe(day.bars.length)
  })

  it('shows missions and trades when their time has come, and not a moment before', () => {
    const [first] = day.missions
    const [trade] = day.trades
    if (first === undefined || trade === undefined) throw new Error('the day has neither mission nor trade')
    expect(happenedBy(first.issuedMs - 1, day)).toEqual([])
    expect(happenedBy(first.issuedMs, day).map(({ is }) => is)).toEqual(['issued'])
    expect(happenedBy(trade.openMs, day).map(({ is }) => is)).toEqual(['issued', 'opened'])
    expect(JSON.stringify(happenedBy(trade.closeMs - 1, day).map(({ is }) => is))).not.toContain('closed')
    expect(happenedBy(trade.closeMs, day).at(-1)?.is).toBe('closed')
  })

  it('finds the minute in which something happened, and the next mission', () => {
    const [first, second] = day.missions
    const at = goneTo(AT_START, shownAt(first?.issuedMs ?? 0, day), day)
    expect(nowOf(at, day)).toBeGreaterThanOrEqual(first?.issuedMs ?? 0)
    expect(nowOf(at, day)).toBeLessThan((first?.issuedMs ?? 0) + 60_000)
    expect(nextMissionMs(nowOf(AT_START, day), day)).toBe(first?.issuedMs)
    expect(nextMissionMs(first?.issuedMs ?? 0, day)).toBe(second?.issuedMs)
    expect(nextMissionMs(DAY + minuteMs(1_439), day)).toBeNull()
  })
})
