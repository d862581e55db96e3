import type { CommandAnswer } from '../contracts/index.ts'
import type { DeskSettings } from '../contracts/settings.ts'
import type { Desk } from './desk.ts'

/** From now on the desk follows these. Recorded when they differ, so that the ledger tells what held at any shot. */
export function applySettings(desk: Desk, settings: DeskSettings, origin: string): CommandAnswer {
  if (JSON.stringify(settings) !== JSON.stringify(desk.state.settings)) {
    const [first] = desk.terminals.keys()
    const atMs = first === undefined ? desk.ports.clock.now() : desk.timeAt(first)
    desk.record({ kind: 'settingsApplied', atMs, settings, origin })
  }
  return { is: 'done', text: 'These settings hold now.' }
}
