/**
 * Starts MetaTrader again when it has ended by itself. It manages positions, so it is never started beside another one:
 *
 *   seen running ──gone──► absent for half a minute ──► one known program, nothing linked, still absent ──► started
 *        ▲                        │                                                                        │
 *        └── back by itself ──────┴────────────── at most three times an hour ◄────────────────────────────┘
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { MetaTrader } from '../../contracts/metatrader.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { MetaTraderSeen } from '../../contracts/terminal-state.ts'
import type { NoticeView } from '../../contracts/views.ts'
import type { ProcessList } from './process-list.ts'

/** Null: started; else why not, for a person. */
export type StartProgram = (program: string, options: readonly string[]) => Promise<string | null>

export type TerminalStarterOptions = Readonly<{
  /** The trader's setting, as it is now. */
  isWanted(): boolean
  find(): readonly MetaTrader[]
  start: StartProgram
  look: ProcessList
  /** A terminal with an account at a broker is linked. */
  isLinked(): boolean
  now(): EpochMs
  notice(level: NoticeView['level'], text: string): void
}>

/** It starts itself again after an update: that is waited for. */
const ABSENT_MS = 30_000
const MOST_AN_HOUR = 3
const HOUR_MS = 3_600_000

export class TerminalStarter {
  readonly #options: TerminalStarterOptions
  #wasRunning = false
  #absentSinceMs: number | null = null
  #startedMs: readonly number[] = []
  /** What was said last of not starting it: it is said once. */
  #excuse: string | null = null

  constructor(options: TerminalStarterOptions) {
    this.#options = options
  }

  /** One look at the list of processes. */
  async saw(seen: MetaTraderSeen): Promise<void> {
    if (seen === 'running') {
      this.#wasRunning = true
      this.#excuse = null
    }
    if (seen !== 'absent') this.#absentSinceMs = null
    else if (this.#isDue()) await this.#startOne()
  }

  #isDue(): boolean {
    const { isWanted, isLinked, now } = this.#options
    this.#absentSinceMs = Math.min(this.#absentSinceMs ?? now(), now())
    const isGone = this.#wasRunning && now() - this.#absentSinceMs >= ABSENT_MS
    return isGone && isWanted() && !isLinked()
  }

  async #startOne(): Promise<void> {
    const { find, look, isLinked, start, now, notice } = this.#options
    const nowMs = now()
    this.#startedMs = this.#startedMs.filter(ms => nowMs - ms < HOUR_MS)
    if (this.#startedMs.length >= MOST_AN_HOUR) return this.#excuseOnce(TOO_OFTEN)
    const known = find().flatMap(startLine)
    const [only] = known
    if (only === undefined || known.length > 1) return this.#excuseOnce(excuseFor(known.length))
    if ((await look()) !== 'absent' || isLinked()) return
    this.#startedMs = [...this.#startedMs, nowMs]
    this.#absentSinceMs = null
    const fault = await start(only.program, only.options)
    if (fault !== null) return this.#excuseOnce(`MetaTrader could not be started again: ${fault}.`)
    const times = `${this.#startedMs.length} of at most ${MOST_AN_HOUR} in an hour`
    notice('warn', `MetaTrader had ended and is started again (${times}).`)
  }

  #excuseOnce(text: string): void {
    if (this.#excuse === text) return
    this.#excuse = text
    this.#options.notice('error', text)
  }
}

const TOO_OFTEN = `MetaTrader has ended again after it was started ${MOST_AN_HOUR} times within an hour, and is left alone: see its log for the reason, and start it yourself.`

const excuseFor = (known: number): string =>
  known === 0
    ? 'MetaTrader has ended and is not started again: its program was not found. Start it yourself.'
    : `MetaTrader has ended and is not started again: there are ${known} on this computer, and which one you trade with is not known here. Start it yourself.`

function startLine({ programFolder, portable }: MetaTrader) {
  if (programFolder === null) return []
  const program = path.join(programFolder, 'terminal64.exe')
  return existsSync(program) ? [{ program, options: portable ? ['/portable'] : [] }] : []
}
