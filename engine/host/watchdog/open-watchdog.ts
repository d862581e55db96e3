import type { EpochMs } from '../../contracts/primitives.ts'
import type { ComputerFacts } from '../../contracts/terminal-state.ts'
import type { NoticeView } from '../../contracts/views.ts'
import { findTerminals, usualPlaces } from '../metatrader/index.ts'
import type { LiveTerminal } from '../supervisor/live-terminals.ts'
import { processList } from './process-list.ts'
import { startProgram } from './start-program.ts'
import { TerminalStarter } from './terminal-starter.ts'
import { Watchdog } from './watchdog.ts'

/** A list of processes costs the system a few milliseconds. */
const EVERY_MS = 10_000

export type WatchdogWiring = Readonly<{
  computer: Omit<ComputerFacts, 'metaTrader'>
  tell(facts: ComputerFacts): void
  mayRestart(): boolean
  links(): readonly LiveTerminal[]
  now(): EpochMs
  notice(level: NoticeView['level'], text: string): void
}>

/** The watchdog of this system. MetaTrader is started again on Windows only: under Wine its start belongs to the trader. */
export function openWatchdog({ computer, tell, mayRestart, links, now, notice }: WatchdogWiring): Watchdog {
  const look = processList()
  const starter = new TerminalStarter({
    isWanted: mayRestart,
    find: () => findTerminals(usualPlaces()),
    start: startProgram,
    look,
    isLinked: () => links().some(({ hello }) => hello.kind !== 'simulated'),
    now,
    notice,
  })
  const watchdog = new Watchdog({
    look,
    everyMs: EVERY_MS,
    computer,
    tell,
    starter: process.platform === 'win32' ? starter : null,
  })
  watchdog.start()
  return watchdog
}
