import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DESK } from '../../testkit/desk-harness.ts'
import { AWAY, WaitingDesk } from '../../testkit/waiting-desk.ts'
import { WAITING_STEPS } from '../../testkit/waiting-steps.ts'
import { isOpenEnded } from './asked.ts'
import { openCancels } from './cancels.ts'
import { emptyDesk } from '../desk-state.ts'
import { fold } from '../fold.ts'

const names = fc.array(fc.constantFrom(...Object.keys(WAITING_STEPS)), { minLength: 2, maxLength: 14 })
const manners = fc.array(fc.constantFrom('timeoutExecuted', 'timeoutLost', 'reject', 'partial'), { maxLength: 3 }) // prettier-ignore

/** However it went: one order left the house for the mission, and at most one position or waiting order came of it. */
function expectOne(at: WaitingDesk): void {
  const left = at.sent.filter(({ type }) => type === 'place' || type === 'fire')
  expect(left.length).toBeLessThanOrEqual(1)
  const entries = new Set(at.broker.deals().flatMap(deal => (deal.entry === 'in' ? [deal.position] : [])))
  expect(entries.size + at.broker.orders().orders.length).toBeLessThanOrEqual(1)
  for (const { stop } of at.broker.positions().positions) expect(stop).not.toBeNull()
}

test('whatever arrives, repeats or is lost, it is one order at most, nothing waits that may not, and all is known in the end', () => {
  fc.assert(
    fc.property(manners, fc.constantFrom(0, 20), names, (script, freezeLevel, steps) => {
      const at = new WaitingDesk({ temper: { script, freezeLevel } as never })
      at.place()
      for (const step of steps) {
        WAITING_STEPS[step]?.(at)
        expectOne(at)
      }
      at.link()
      // Away from its price a broker lets an order be removed, and by then it is asked again.
      at.play(1, () => at.offered.entry - AWAY)
      for (let round = 0; round < 10; round++) at.wait(40_000).deliver()
      // What the trade server did not say is asked for at the next link.
      at.crash().link().wait(20_000).deliver()
      const { state } = at.engine.desk
      const waiting = at.broker.orders().orders
      expect(waiting.map(({ id }) => id)).toEqual([...state.waiting])
      if (state.paused || state.selector === 'SAFE') expect(waiting).toEqual([])
      expect(openCancels(state, DESK)).toEqual([])
      expect([...state.closes.values()].filter(isOpenEnded)).toEqual([])
      expect([...state.exposed]).toHaveLength(at.broker.positions().positions.length + waiting.length)
      expect(at.events('dealDone')).toHaveLength(at.broker.deals().length)
      expect(at.terminal.reason).toBe('')
      expectOne(at)
      at.engine.stop()
      const rebuilt = emptyDesk()
      for (const event of at.all()) fold(rebuilt, event)
      expect(rebuilt).toEqual(state)
    }),
    { numRuns: 40 },
  )
})
