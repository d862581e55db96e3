import { expect, test } from 'vitest'
import type { EpochMs } from '../../contracts/index.ts'
import type { WireBar } from '../../contracts/wire/index.ts'
import { DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

const price = (points: number) => points / 1e5

const aMinute = (openMs: number, open: number, high: number, low: number, close = open): WireBar => ({
  timeMs: openMs as EpochMs,
  open: price(open),
  high: price(high),
  low: price(low),
  close: price(close),
  ticks: 4,
  spreadPoints: 6,
})

/** A sell at 110,400 that is never taken; then the desk is off, and these minutes go by, the first that of its entry. */
function offWhile(minutes: readonly (readonly [open: number, high: number, low: number])[]) {
  const told: WireBar[] = []
  const desk = new DeskHarness({ history: () => told })
  const mission = desk.mission()
  const fromMs = mission.issuedMs - (mission.issuedMs % MINUTE)
  minutes.forEach(([open, high, low], k) => told.push(aMinute(fromMs + k * MINUTE, open, high, low)))
  desk.crash()
  desk.sleep(Math.max(0, fromMs + (minutes.length + 1) * MINUTE - desk.nowMs()))
  desk.link().play(40, () => minutes.at(-1)?.[0] ?? 0)
  const [ghost, ...more] = desk.events('ghostEnded').filter(event => event.mission === mission.id)
  expect(more).toEqual([])
  return { ghost, mission }
}

const calm = Array.from({ length: 6 }, () => [110_400, 110_410, 110_390] as const)

test('a ghost that reached its target while the desk was off has its end from the terminal’s minutes', () => {
  const { ghost, mission } = offWhile([...calm, [110_300, 110_320, 109_800], [109_900, 109_900, 109_900]])
  expect(ghost).toMatchObject({ outcome: 'target', by: 'bars' })
  expect(ghost?.r).toBeCloseTo(mission.rewardRatio - mission.costR, 2)
})

test('a minute that holds both its stop and its target counts as stopped', () => {
  const { ghost, mission } = offWhile([...calm, [110_400, 111_400, 109_800], [110_400, 110_400, 110_400]])
  expect(ghost).toMatchObject({ outcome: 'stop', by: 'bars' })
  expect(ghost?.r).toBeCloseTo(-1 - mission.costR, 2)
})

test('a stop that was jumped while the desk was off counts at the price that was there', () => {
  const { ghost } = offWhile([...calm, [111_400, 111_400, 111_300], [111_300, 111_300, 111_300]])
  expect(ghost?.outcome).toBe('stop')
  expect(ghost?.r).toBeLessThan(-1.5)
})

test('one that is still open then is followed on by ticks', () => {
  const { ghost } = offWhile([...calm, [110_300, 110_310, 110_290]])
  expect(ghost).toBeUndefined()
})
