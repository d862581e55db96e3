import { describe, expect, test } from 'vitest'
import type { Mission } from '../../contracts/index.ts'
import { DeskHarness } from '../../testkit/desk-harness.ts'

/** So much of the way from its entry to the price that cancels it. */
const onTheWay = ({ entry, invalidBeyond }: Mission, share: number): number =>
  Math.round(entry + share * ((invalidBeyond ?? Number.NaN) - entry))

describe('the time of a mission that waits', () => {
  test('is shortened at an M5 close when what cancels it has come nearer, and is not given back', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.play(6, () => onTheWay(mission, 0.8))
    const [retimed] = desk.events('missionRetimed')
    expect(retimed?.mission).toBe(mission.id)
    expect(retimed?.expiresMs).toBeLessThan(mission.expiresMs)
    const now = desk.pending()[0]
    expect(now).toEqual({ ...mission, expiresMs: retimed?.expiresMs, timer: retimed?.timer })

    desk.play(6, () => onTheWay(mission, 0))
    expect(desk.pending()[0]?.expiresMs ?? now?.expiresMs).toBe(now?.expiresMs)
    desk.play(30, () => onTheWay(mission, 0))
    expect(desk.pending()).toEqual([])
    expect(desk.events('missionExpired').at(-1)?.atMs).toBeLessThan(mission.expiresMs)
  })

  test('is the shortened one after a restart, too', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.play(6, () => onTheWay(mission, 0.8))
    const before = desk.pending()
    expect(desk.events('missionRetimed').length).toBeGreaterThan(0)
    desk.crash()
    expect(desk.pending()).toEqual(before)
  })
})
