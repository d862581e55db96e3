/** Where the app may die: thrown through whatever it was doing, as a kill goes through it. */
import type { EngineEvent, EventKind } from '../../../engine/contracts/index.ts'
import type { Ledger } from '../../../engine/ports/index.ts'

export class AppDied extends Error {}

export type AppStep = Readonly<{
  at: 'store' | 'send'
  what: EventKind | 'fire' | 'place' | 'cancel' | 'sync'
  phase: 'before' | 'after'
}>

/** The one death that a run has planned; it happens once. */
export class Doom {
  #step: AppStep | null = null
  happened = false

  plan(step: AppStep): void {
    this.#step = step
  }

  pass(at: AppStep['at'], what: string, phase: AppStep['phase']): void {
    const step = this.#step
    if (!step || step.at !== at || step.what !== what || step.phase !== phase) return
    this.#step = null
    this.happened = true
    throw new AppDied(`${at} ${what} ${phase}`)
  }
}

/** The disk outlives the app; what was on its way to it does not. */
export function mortalLedger(disk: Ledger, doom: Doom): Ledger {
  const passAll = (events: readonly EngineEvent[], phase: AppStep['phase']) =>
    events.forEach(event => doom.pass('store', event.kind, phase))
  return {
    append(events, wallMs) {
      passAll(events, 'before')
      const stored = disk.append(events, wallMs)
      passAll(events, 'after')
      return stored
    },
    all: () => disk.all(),
    head: () => disk.head(),
    close: () => undefined,
  }
}
