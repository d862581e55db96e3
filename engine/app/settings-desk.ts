import type { CommandAnswer } from '../contracts/index.ts'
import type { DeskSettings } from '../contracts/settings.ts'
import { done } from './answers.ts'
import type { Desk } from './desk.ts'

/** From now on the desk follows these. Recorded when they differ, so that the ledger tells what held at any shot. */
export function applySettings(desk: Desk, settings: DeskSettings, origin: string): CommandAnswer {
  if (JSON.stringify(settings) !== JSON.stringify(desk.state.settings)) {
    desk.record({ kind: 'settingsApplied', atMs: desk.now(), settings, origin })
  }
  return done('These settings hold now.')
}
