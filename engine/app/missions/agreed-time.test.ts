import { describe, expect, test } from 'vitest'
import type { EpochMs } from '../../contracts/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { aMission } from '../../testkit/a-shot.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const BEAT = { autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } // prettier-ignore
const beat = (desk: DeskHarness, marketMs = desk.nowMs()) =>
  desk.tell({ type: 'beat', body: { ...BEAT, marketMs } } as never)
const tick = (desk: DeskHarness, marketMs: number = desk.nowMs()) => {
  desk.engine.tickPoints(DESK, 0, marketMs, 110_000, 110_006)
  desk.engine.ticked(DESK)
}

/** A demo account with a mission of 25 minutes, and a terminal that beats and ticks. */
function pending(): DeskHarness {
  const desk = new DeskHarness({ hello: { kind: 'demo' } })
  desk.play(1, () => 110_000).link()
  issue(desk)
  beat(desk)
  tick(desk)
  return desk
}
function issue(desk: DeskHarness): void {
  const issuedMs = desk.nowMs()
  const mission = aMission({ kind: 'demo', issuedMs, expiresMs: (issuedMs + 25 * MINUTE) as EpochMs })
  desk.engine.desk.record({ kind: 'missionIssued', atMs: issuedMs, trace: mission.id, mission })
}
const step = (desk: DeskHarness, minutes: number) => {
  for (let minute = 0; minute < minutes; minute++) {
    desk.sleep(10_000).sleep(10_000).sleep(10_000).sleep(10_000).sleep(10_000).sleep(10_000)
    tick(desk)
    beat(desk)
  }
}

describe("a market's clock that runs ahead", () => {
  test('in a beat alone ends no mission, which stands again with the right clock', () => {
    const desk = pending()
    beat(desk, (desk.nowMs() + DAY) as EpochMs)
    tick(desk, desk.nowMs() + 1)
    expect(desk.pending()).toHaveLength(1)
    desk.link()
    step(desk, 1)
    expect(desk.pending()).toHaveLength(1)
    step(desk, 25)
    expect(desk.pending()).toEqual([])
  })

  test('in a tick alone ends none either', () => {
    const desk = pending()
    tick(desk, desk.nowMs() + DAY)
    beat(desk, (desk.nowMs() + 1_000) as EpochMs)
    expect(desk.pending()).toHaveLength(1)
  })

  test('in the first word of a link ends none before the other one agrees', () => {
    const desk = pending()
    desk.link()
    beat(desk, (desk.nowMs() + DAY) as EpochMs)
    expect(desk.pending()).toHaveLength(1)
  })
})

test('a mission ends at its time where beats and ticks agree, also while no tick comes', () => {
  const desk = pending()
  step(desk, 15)
  expect(desk.pending()).toHaveLength(1)
  desk.wait(11 * MINUTE)
  beat(desk)
  expect(desk.pending()).toEqual([])
  expect(desk.events('missionExpired').at(-1)?.reason).toBe('Its time ran out.')
})
