import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MissionStage } from '../../contracts/alerts.ts'
import type { MissionState } from '../../contracts/vocabulary.ts'
import { AlertReader } from '../../testkit/alerts.ts'
import { WaitingDesk } from '../../testkit/waiting-desk.ts'
import { WAITING_STEPS } from '../../testkit/waiting-steps.ts'

/** What a mission may be to the desk when a message says this of it. */
const STATES: Readonly<Record<MissionStage, readonly MissionState[]>> = {
  pending: ['pending'],
  fired: ['fired'],
  unknown: ['fired'],
  filled: ['filled'],
  closed: ['closed'],
  settled: ['closed'],
  expired: ['expired'],
  declined: ['declined'],
  notFilled: ['refused', 'expired', 'declined'],
}

function expectAgreed(at: WaitingDesk, reader: AlertReader): void {
  const { missions, orders, stops } = at.engine.desk.state
  for (const { mission, state } of missions.values()) {
    const { fact } = reader.newest(`mission:${mission.id}`)
    if (fact.kind !== 'mission') throw new Error('no mission')
    const { course } = fact
    expect(STATES[course.stage]).toContain(state)
    const order = course.order && orders.get(course.order.order)
    const lots = (entry: string) =>
      (order?.deals ?? [])
        .filter(deal => deal.entry === entry)
        .reduce((sum, deal) => sum + Number(deal.lots), 0)
    expect(course.fill?.lots ?? 0).toBeCloseTo(lots('in'), 8)
    expect(course.closedLots).toBeCloseTo(lots('out'), 8)
    expect(course.order?.ticket ?? null).toBe(order?.ticket ?? null)
    if (stops.size === 0) expect(course.stop).toBe(mission.stop)
  }
}

test('whatever arrives, repeats or is lost, a mission’s message says what the desk knows, and each fact has one message', () => {
  const manners = fc.array(fc.constantFrom('timeoutExecuted', 'timeoutLost', 'reject', 'partial'), {
    maxLength: 3,
  })
  const names = fc.array(fc.constantFrom(...Object.keys(WAITING_STEPS)), { minLength: 2, maxLength: 14 })
  fc.assert(
    fc.property(manners, fc.boolean(), names, (script, isPlaced, steps) => {
      const at = new WaitingDesk({ temper: { script } as never })
      if (isPlaced) at.place()
      else at.fire(at.offered.id)
      const reader = new AlertReader()
      for (const step of steps) {
        WAITING_STEPS[step]?.(at)
        expectAgreed(at, reader.read(at.ledger.all()))
      }
      const closed = at.events('tradeClosed').map(({ trade }) => trade)
      expect(reader.facts('closed').map(({ trade }) => trade)).toEqual(closed)
      const filled = new Set(at.events('dealDone').map(({ order }) => order))
      expect(reader.facts('filled')).toHaveLength(filled.size)
      expect(reader.facts('mission')).toHaveLength(at.events('missionIssued').length)
    }),
    { numRuns: 40 },
  )
}, 120_000)
