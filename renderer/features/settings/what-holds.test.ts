import { describe, expect, it } from 'vitest'
import { busyRoom, liveRoom, unlinkedRoom } from '../../../tests/e2e/support/rooms.ts'
import { whatHolds } from './what-holds.ts'

const room = { ...busyRoom, shown: busyRoom.shown ?? 'T', fire: { ...busyRoom.fire, openLimit: 3 } }

describe('what holds on the shown account', () => {
  it('is said where it is not what is set', () => {
    expect(whatHolds('limits.openTrades', 5, room)).toMatch(/^On the shown account 3 holds/)
    expect(whatHolds('limits.openTrades', null, room)).toMatch(/^On the shown account 3 holds/)
    expect(whatHolds('limits.openTrades', 3, room)).toBeNull()
    expect(whatHolds('riskPct', 2, room)).toMatch(`${room.fire.auto.riskPct} % holds`)
    expect(whatHolds('limits.dailyLossPct', 5, room)).toMatch('612.90 USD')
    expect(whatHolds('prop.newsMinutes', null, room)).toBeNull()
  })

  it('is never to fly blind into news with real money', () => {
    expect(whatHolds('noCalendar', 'warn', liveRoom)).toMatch('On real money No missions holds')
    expect(whatHolds('noCalendar', 'warn', room)).toBeNull()
  })

  it('is nothing that is made up: without an account nobody says', () => {
    for (const view of [null, { ...unlinkedRoom, shown: null }])
      expect(whatHolds('limits.openTrades', 5, view)).toBeNull()
  })
})
