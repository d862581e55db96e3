import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import type { Cents, Ulid } from '../../contracts/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { aTradeClosed } from '../../testkit/events.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { emptyDesk } from '../desk-state.ts'
import { fold } from '../fold.ts'
import { guardsOf } from './guards-of.ts'

const id = '0'.repeat(26) as Ulid
const order = { ...ONE_OF_EACH.orderRecorded, terminal: DESK, account: 'simulated' as const }

const ACTS: Readonly<Record<string, (desk: DeskHarness, by: number) => unknown>> = {
  equity: (desk, by) =>
    desk.tell({
      type: 'account',
      body: { ...desk.broker.account(), equity: (900_000 + by * 2_000) as Cents },
    }),
  deposit: (desk, by) =>
    desk.tell({
      type: 'account',
      body: {
        ...desk.broker.account(),
        equity: (900_000 + by * 2_000) as Cents,
        transfers: (by * 2_000) as Cents,
      },
    }),
  close: (desk, by) => {
    const event = aTradeClosed({ netCents: by * 200 - 12_000, closeMs: desk.nowMs() })
    desk.engine.desk.record({ ...event, trade: { ...event.trade, order: order.order } })
    desk.engine.wake()
  },
  play: (desk, by) => desk.play(by, () => 110_000),
  nextDay: desk => desk.sleep(86_400_000).play(1, () => 110_000),
  crash: desk =>
    desk
      .crash()
      .link()
      .play(1, () => 110_000),
  prop: (desk, by) =>
    desk.engine.command({
      kind: 'setSettings',
      id,
      origin: 'window',
      settings: DeskSettings.parse({
        prop: { maxDrawdown: { by: 'trailing', pct: 1 + by / 20, startBalanceCents: 1_000_000 } },
      }),
    }),
}

const standingOn = (desk: DeskHarness) => {
  const terminal = desk.engine.desk.terminals.get(DESK)
  return terminal ? guardsOf(desk.engine.desk, terminal).map(({ guard }) => guard) : []
}

test('the ledger folded again gives the same guards, whatever happened to the account, and no crash ends one', () => {
  const acts = fc.array(fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.integer({ min: 1, max: 100 })), {
    minLength: 4,
    maxLength: 20,
  })
  let raised = 0
  fc.assert(
    fc.property(acts, all => {
      const desk = new DeskHarness()
      desk
        .play(1, () => 110_000)
        .link()
        .play(1, () => 110_000)
      desk.engine.desk.record(order)
      for (const [name, by] of all) ACTS[name]?.(desk, by)
      desk.engine.stop()
      const again = emptyDesk()
      for (const event of desk.all()) fold(again, event)
      expect(again.accounts).toEqual(desk.engine.desk.state.accounts)
      raised += desk.events('guardRaised').length
      const before = standingOn(desk)
      desk.crash()
      // Nothing of the account has been told yet: what stands comes from the ledger alone.
      desk.greet()
      const latched = before.filter(guard => [...(again.accounts.values().next().value?.raised.keys() ?? [])].includes(guard)) // prettier-ignore
      expect(standingOn(desk)).toEqual(expect.arrayContaining(latched))
    }),
    { numRuns: 150 },
  )
  expect(raised).toBeGreaterThan(100)
})
