import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { emptyDesk } from '../desk-state.ts'
import { fold } from '../fold.ts'

const HOURS = 60
const calm = (minute: number) => 110_000 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1)

/** What can happen to a desk, in any order. */
const STORM = {
  fire: desk => void desk.pending().map(({ id }) => desk.fire(id)),
  deliver: desk => desk.deliver(),
  lose: desk => desk.lose(),
  deafen: desk => void (desk.mute = true),
  hear: desk => void (desk.mute = false),
  wait: desk => desk.wait(9_000),
  rise: desk => desk.play(3, minute => 110_400 + minute * 150),
  fall: desk => desk.play(3, minute => 110_400 - minute * 150),
  hunt: desk => desk.play(4 * HOURS, calm).play(6, () => 110_400),
  crash: desk => desk.crash().link(),
  relink: desk => desk.engine.terminalDown(DESK, 'gone'),
  close: desk => {
    for (const { position } of desk.broker.positions().positions)
      desk.engine.command({ kind: 'closePosition', id: desk.ids.next(desk.nowMs()), origin: 'window', terminal: DESK, position }) // prettier-ignore
  },
  flatten: desk =>
    desk.engine.command({ kind: 'flattenAll', id: desk.ids.next(desk.nowMs()), origin: 'tray' }),
} satisfies Record<string, (desk: DeskHarness) => unknown>

const manners = fc.constantFrom('requote', 'reject', 'noMoney', 'partial', 'timeoutLost', 'timeoutExecuted')
type Act = keyof typeof STORM
const trading = fc.constantFrom<Act>('fire', 'deliver', 'hunt', 'hear')
const trouble = fc.constantFrom(...(Object.keys(STORM) as Act[]))
const storms = fc.array(fc.oneof(trading, trouble), { minLength: 6, maxLength: 40 })

function calmed(desk: DeskHarness): DeskHarness {
  desk.mute = false
  desk.lose().link()
  for (let round = 0; round < 4; round++) desk.wait(9_000).deliver()
  return desk
}

test('after any storm the desk is armed, and its books are those of the broker', () => {
  fc.assert(
    fc.property(storms, fc.array(manners, { maxLength: 3 }), (storm, script) => {
      const desk = new DeskHarness({ temper: { script } })
      desk.mission()
      for (const act of ['fire', ...storm] as Act[]) {
        STORM[act](desk)
        expect(desk.broker.positions().positions.length).toBeLessThanOrEqual(1)
        expect(desk.broker.positions().positions.every(({ stop }) => stop !== null)).toBe(true)
      }
      const { engine, broker } = calmed(desk)
      const { state, terminals } = engine.desk
      const open = broker.positions().positions.map(({ position }) => position)
      expect(terminals.get(DESK)).toMatchObject({ armed: true })
      expect([...state.exposed].map(id => state.orders.get(id)?.position)).toEqual(open)
      const entered = new Set(broker.deals().map(({ position }) => position))
      expect(desk.events('tradeClosed')).toHaveLength(entered.size - open.length)
      expect(desk.events('dealDone')).toHaveLength(broker.deals().length)
      engine.stop()
      const rebuilt = emptyDesk()
      for (const event of desk.all()) fold(rebuilt, event)
      expect(rebuilt).toEqual(state)
    }),
    { numRuns: 60 },
  )
}, 240_000)
