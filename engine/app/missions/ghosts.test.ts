import { describe, expect, test } from 'vitest'
import { DeskHarness } from '../../testkit/desk-harness.ts'
import { aUlid } from '../../testkit/events.ts'
import { rememberGhost } from './ghost-fold.ts'

/** A sell at 110,400: every ghost of it goes to its target when the price falls back, and to its stop when it leaps on. */
function aMission() {
  const desk = new DeskHarness()
  return { desk, mission: desk.mission() }
}
const ghostOf = (desk: DeskHarness, mission: string) =>
  desk.events('ghostEnded').filter(event => event.mission === mission)
const fallBack = (desk: DeskHarness) => desk.play(10, minute => 110_400 - 100 * minute)

test('a ghost keeps what a model had said of its target, and nothing where none spoke', () => {
  const { desk } = aMission()
  const { mission } = desk.events('missionIssued')[0] ?? {}
  if (!mission) throw new Error('the day of the harness issues a mission')
  const said = (calibrated: boolean) => {
    const confidence = { p: 0.412_34, n: calibrated ? 900 : 0, calibrated, source: 'made-up' }
    const { state } = desk.engine.desk
    rememberGhost(state, { ...mission, confidence }, { notTaken: 'expired', why: [] })
    return state.ghosts.get(mission.id)?.p
  }
  expect([said(true), said(false)]).toEqual([0.412_34, null])
  said(true)
  fallBack(desk).play(60, () => 109_400)
  expect(ghostOf(desk, mission.id)).toMatchObject([{ p: 0.4123, outcome: 'target' }])
})

describe('a mission that was not taken', () => {
  test('because it was refused is followed to its end, with the codes that refused it', () => {
    const { desk } = aMission()
    fallBack(desk).play(60, () => 109_400)
    const refused = desk.events('missionRefused')
    const ended = desk.events('ghostEnded').filter(({ notTaken }) => notTaken === 'refused')
    expect(ended.length).toBeGreaterThan(0)
    for (const { mission: id, why, account, by, trace } of ended) {
      const of = refused.find(({ mission }) => mission.id === id)
      expect(why).toEqual(of?.refusals.map(({ code }) => code))
      expect([account, by, trace]).toEqual(['simulated', 'ticks', id])
    }
    expect(new Set(ended.map(({ mission }) => mission)).size).toBe(ended.length)
  })

  test('because it was declined keeps the words, and waits for them though it has ended before', () => {
    const { desk, mission } = aMission()
    fallBack(desk)
    expect(ghostOf(desk, mission.id)).toEqual([])
    const id = aUlid(5)
    desk.engine.command({
      kind: 'declineMission',
      id,
      origin: 'window',
      mission: mission.id,
      reason: 'News ahead',
    })
    desk.engine.wake()
    const [ghost, ...more] = ghostOf(desk, mission.id)
    expect(more).toEqual([])
    expect(ghost).toMatchObject({ notTaken: 'declined', why: ['News ahead'], outcome: 'target' })
    expect(ghost?.r).toBeCloseTo(mission.rewardRatio - mission.costR, 2)
  })

  test('because its shot was denied says what denied it, once its time has run out', () => {
    const { desk, mission } = aMission()
    desk.engine.command({ kind: 'pause', id: aUlid(5), origin: 'window' })
    expect(desk.fire(mission.id)).toMatchObject({ is: 'denied' })
    desk.play(90, () => 110_400).play(10, minute => 110_400 - 100 * minute)
    const [ghost] = ghostOf(desk, mission.id)
    expect(ghost?.notTaken).toBe('denied')
    expect(ghost?.why).toContain('PAUSED')
  })

  test('because nobody said anything is one that was let go', () => {
    const { desk, mission } = aMission()
    desk.play(90, () => 110_400).play(10, minute => 110_400 - 100 * minute)
    expect(ghostOf(desk, mission.id)).toMatchObject([{ notTaken: 'expired', outcome: 'target' }])
  })

  test('because the broker rejected its order says so', () => {
    const desk = new DeskHarness({ temper: { script: ['reject'] } })
    const mission = desk.mission()
    desk.fire(mission.id)
    desk.deliver()
    fallBack(desk)
    expect(ghostOf(desk, mission.id)).toMatchObject([{ notTaken: 'refused', why: ['ORDER_REJECTED'] }])
  })
})

test('a mission that was taken has no ghost', () => {
  const { desk, mission } = aMission()
  desk.fire(mission.id)
  desk.deliver()
  fallBack(desk).play(120, () => 109_400)
  expect(desk.events('tradeClosed')).toHaveLength(1)
  expect(ghostOf(desk, mission.id)).toEqual([])
  expect(desk.engine.desk.state.ghosts.has(mission.id)).toBe(false)
})

test('after a restart the open ones are followed on, and each still ends once', () => {
  const { desk, mission } = aMission()
  const open = [...desk.engine.desk.state.ghosts.keys()]
  expect(open).toContain(mission.id)
  desk.crash().link()
  expect([...desk.engine.desk.state.ghosts.keys()]).toEqual(open)
  desk.play(90, () => 110_400).play(10, minute => 110_400 - 100 * minute)
  desk.crash().link()
  desk.play(60, () => 109_400)
  expect(ghostOf(desk, mission.id)).toHaveLength(1)
  const ids = desk.events('ghostEnded').map(event => event.mission)
  expect(new Set(ids).size).toBe(ids.length)
})

test('another account of the terminal forgets the ghosts of the first', () => {
  const { desk } = aMission()
  expect(desk.engine.desk.state.ghosts.size).toBeGreaterThan(0)
  desk.link({ loginHash: 'b'.repeat(32) })
  expect(desk.engine.desk.state.ghosts.size).toBe(0)
})
