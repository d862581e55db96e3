import { expect, it } from 'vitest'
import { packDesk } from '../app/desk-memory.ts'
import { DeskHarness } from '../testkit/desk-harness.ts'
import { Rehearsal } from './rehearsal.ts'

it('is held once, at the first mission, and changes, records and sends nothing', () => {
  const harness = new DeskHarness()
  harness.mission()
  const { desk } = harness.engine
  const before = structuredClone({
    desk: packDesk(desk.state),
    sent: harness.sent,
    head: harness.ledger.head(),
  })
  const stored = [...harness.ledger.all()]
  const rehearsal = new Rehearsal(desk)
  const others = stored.filter(({ event }) => event.kind !== 'missionIssued')
  expect([others, stored, stored].map(events => rehearsal.onTold(events))).toEqual([false, true, false])
  expect(desk.hasRecorded).toBe(false)
  expect({ desk: packDesk(desk.state), sent: harness.sent, head: harness.ledger.head() }).toEqual(before)
})
