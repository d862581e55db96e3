import { expect, test } from 'vitest'
import { DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'
import { AWAY, WaitingDesk } from '../../testkit/waiting-desk.ts'

const orderOf = (desk: DeskHarness) => [...desk.engine.desk.state.orders.values()].at(-1)

test('the time exit travels with the order, ends the trade without the app, and counts as its plan', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  const firedMs = desk.nowMs()
  desk.fire(mission.id)
  const fire = desk.sent.find(message => message.type === 'fire')
  expect(fire?.body).toMatchObject({ plan: { timeStopMs: (mission.timeExitMs ?? 0) - firedMs } })
  desk.deliver().play(24 * 60 + 1, () => mission.entry - 20)
  const [trade] = desk.events('tradeClosed').map(event => event.trade)
  expect(trade).toMatchObject({ reason: 'time' })
  expect(desk.events('xpAwarded').map(event => event.reason)).toContain('PLAN_KEPT')
})

test('an order that waited is closed at the moment of the plan, however late it was filled', () => {
  for (const minutes of [1, 5]) {
    const desk = new WaitingDesk().placed()
    const { entry, timeExitMs } = desk.offered
    const exitMs = timeExitMs ?? 0
    desk.play(minutes, () => entry - AWAY).reach()
    const { waitsUntilMs = 0 } = desk.order.recorded
    const place = desk.sent.find(message => message.type === 'place')
    expect(place?.body).toMatchObject({ plan: { timeStopMs: exitMs - waitsUntilMs } })
    desk.play((exitMs - desk.nowMs()) / MINUTE + 1, () => entry - 20)
    const [trade] = desk.events('tradeClosed').map(event => event.trade)
    expect(trade?.reason).toBe('time')
    expect(Math.abs((trade?.closeMs ?? 0) - exitMs)).toBeLessThanOrEqual(MINUTE / 4)
  }
})

test('the shield makes a shot smaller, by exactly its factor', () => {
  const desk = new DeskHarness()
  const { shield, id } = desk.mission()
  const balance = desk.engine.desk.terminals.get(DESK)?.account?.balance ?? 0
  desk.fire(id)
  const allowed = (balance * (shield?.sizeFactor ?? 0)) / 100
  expect(shield?.sizeFactor).toBeLessThan(1)
  expect(orderOf(desk)?.recorded.riskCents).toBeLessThanOrEqual(allowed)
  expect(orderOf(desk)?.recorded.riskCents).toBeGreaterThan(0.95 * allowed)
})

test('a mission is cancelled by a close beyond the price that its setup named', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  const beyond = mission.invalidBeyond ?? 0
  desk.play(6, () => beyond + 1)
  expect(desk.pending()).toEqual([])
  expect(desk.events('missionExpired').at(-1)).toMatchObject({
    mission: mission.id,
    reason: `It was cancelled by ${mission.invalidation}.`,
  })
})

test('a mission that has aged is denied, and its age is on the screen before', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  const shown = () => desk.feed.snapshot().missions[0]?.freshness
  expect(shown()).toEqual({ is: 'VALID', text: 'Tick volume is not known here.' })
  desk.quote(mission.entry, 14)
  expect(shown()).toMatchObject({ is: 'EXPIRED', text: expect.stringContaining('times its usual') as string })
  const answer = desk.fire(mission.id)
  expect(answer.is === 'denied' && answer.denials.map(({ code }) => code)).toContain('NOT_FRESH')
})

test('a calendar file fills what the terminal does not tell, for missions and for the room', () => {
  const desk = new DeskHarness()
  desk.play(1, () => 110_000).link()
  desk.play(1, () => 110_000)
  expect(desk.feed.snapshot().calendar).toBeNull()
  const now = desk.nowMs()
  const [fromMs, toMs] = [now - 86_400_000, now + 7 * 86_400_000] as [typeof now, typeof now]
  desk.engine.calendars([{ available: true, fromMs, toMs, events: [] }])
  expect(desk.feed.snapshot().calendar).toEqual({ source: 'file', toMs, coming: [] })
  desk.play(36 * 60, minute => 110_000 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1))
  desk.play(6, () => 110_400)
  const refused = desk.events('missionRefused').flatMap(({ refusals }) => refusals.map(({ code }) => code))
  expect(refused).not.toContain('CALENDAR_MISSING')
  const [news] = desk.pending()[0]?.shield?.lines ?? []
  expect(news).toMatchObject({ part: 'NEWS', points: 2 })
})
