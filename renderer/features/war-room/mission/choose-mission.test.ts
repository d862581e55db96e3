import { describe, expect, it } from 'vitest'
import { aMissionView, ulid } from '../../../../tests/e2e/support/view-parts.ts'
import { chooseMission } from './choose-mission.ts'

const first = aMissionView({}, { id: ulid(1) })
const second = aMissionView({}, { id: ulid(2) })
const fired = aMissionView({ state: 'fired' }, { id: ulid(3) })
const expired = aMissionView({ state: 'expired' }, { id: ulid(4) })

describe('the mission that is shown', () => {
  it('is the first that waits for a shot', () => {
    expect(chooseMission([expired, fired, first, second], null)).toBe(first)
  })

  it('is the picked one as long as it is alive', () => {
    expect(chooseMission([first, second, fired], second.mission.id)).toBe(second)
    expect(chooseMission([first, fired], fired.mission.id)).toBe(fired)
  })

  it('is no longer the picked one when that has ended or gone', () => {
    expect(chooseMission([first, expired], expired.mission.id)).toBe(first)
    expect(chooseMission([first], ulid(9))).toBe(first)
  })

  it('is the last that was when none is alive, and none when there is none', () => {
    expect(chooseMission([expired], null)).toBe(expired)
    expect(chooseMission([], null)).toBeNull()
  })
})
