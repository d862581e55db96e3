/** A ledger with one mission that waits to be fired: every run begins with a copy of it. */
import { memoryLedger } from '../../../engine/adapters/ledger/index.ts'
import type { EngineEvent, EpochMs, Mission } from '../../../engine/contracts/index.ts'
import type { Hello } from '../../../engine/contracts/wire/index.ts'
import type { Ledger } from '../../../engine/ports/index.ts'
import { DeskHarness } from '../../../engine/testkit/desk-harness.ts'

export type Template = Readonly<{ events: readonly EngineEvent[]; mission: Mission; atMs: number }>

/** `hello` says whose account the mission was judged for: the terminal of the runs has to be the same one. */
export function templateFor(hello: Partial<Hello>): Template {
  const desk = new DeskHarness({ hello })
  const mission = desk.mission()
  return { events: desk.all(), mission, atMs: mission.issuedMs }
}

export function ledgerOf({ events }: Template, wallMs: EpochMs): Ledger {
  const ledger = memoryLedger()
  ledger.append(events, wallMs)
  return ledger
}
