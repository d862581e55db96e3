import { expect, it } from 'vitest'
import { packDesk } from '../app/desk-memory.ts'
import { DeskHarness } from '../testkit/desk-harness.ts'
import { Rehearsal } from './rehearsal.ts'

it('is held for as long as a mission waits, and changes, records and sends nothing', () => {
  const harness = new DeskHarness()
  const { desk } = harness.engine
  const rehearsal = new Rehearsal(desk)
  expect(rehearsal.onBeat()).toBe(false)
  harness.mission()
  const kept = () =>
    structuredClone({ desk: packDesk(desk.state), sent: harness.sent, head: harness.ledger.head() })
  const before = kept()
  expect([rehearsal.onBeat(), rehearsal.onBeat()]).toEqual([true, true])
  expect(desk.hasRecorded).toBe(false)
  expect(kept()).toEqual(before)
  for (const record of desk.state.missions.values()) record.state = 'declined'
  expect(rehearsal.onBeat()).toBe(false)
})
