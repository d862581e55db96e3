import { expect, it } from 'vitest'
import { Door } from './door.ts'

const RETRIES = { firstMs: 1_000, longestMs: 30_000 }

it('waits longer after each failure, and no longer than the longest', () => {
  const door = new Door(RETRIES)
  const waits = Array.from({ length: 7 }, () => {
    door.unreachable(0, 0)
    return door.waitMs(0)
  })
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

it('looks for a lost message at once, and for the next one after a pause', () => {
  const door = new Door(RETRIES)
  door.lost(0)
  expect(door.waitMs(0)).toBe(0)
  door.lost(0)
  expect(door.waitMs(0)).toBe(1_000)
})

it('is knocked at when somebody writes there, but never before a wait is over that Telegram asked for', () => {
  const door = new Door(RETRIES)
  door.unreachable(0, 0)
  door.heard()
  expect(door.waitMs(0)).toBe(0)
  door.unreachable(0, 7_000)
  door.heard()
  expect(door.waitMs(0)).toBe(7_000)
})

it('says why it is shut until something is heard from there', () => {
  const door = new Door(RETRIES)
  door.shut(0, 'It blocked the bot.')
  expect([door.problem, door.waitMs(0)]).toEqual(['It blocked the bot.', 600_000])
  door.heard()
  expect([door.problem, door.waitMs(0)]).toEqual([null, 0])
})

it('counts an outage from its first failure, and from before this program where something waits that long', () => {
  const door = new Door(RETRIES)
  door.unreachable(1_000, 0)
  door.unreachable(2_000, 0)
  expect(door.outMs(61_000)).toBe(60_000)
  door.wasOut(-5_000)
  expect(door.outMs(61_000)).toBe(66_000)
  door.opened()
  expect(door.outMs(61_000)).toBe(0)
})
