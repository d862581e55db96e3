import type { SimulatorState } from '../contracts/simulator-state.ts'
import type { SimulatorStart } from '../contracts/simulator.ts'
import { hasCode, systemReason } from '../host/data-folder/refusal.ts'
import { StoreFault } from '../ports/store-fault.ts'
import { refused, type Refused } from './refused.ts'
import { readState, writeState } from './state-file.ts'

/** The account between runs: what an earlier run left, and where this one writes. */
export class SavedAccount {
  readonly earlier: SimulatorState | null
  readonly #file: string | null
  #isThrough = true

  private constructor(file: string | null, earlier: SimulatorState | null) {
    this.#file = file
    this.earlier = earlier
  }

  static open({ stateFile, source, account }: SimulatorStart): SavedAccount | Refused {
    if (stateFile === null) return new SavedAccount(null, null)
    const read = readState(stateFile)
    if (read.is === 'refused') return read
    if (read.is === 'none') return new SavedAccount(stateFile, null)
    const { state } = read
    const other = differenceOf(state, source, account)
    if (other)
      return refused(
        'STATE',
        `The simulated account in ${stateFile} was kept ${other}: start it as it was, or move the file away to begin a new account.`,
      )
    return new SavedAccount(stateFile, state)
  }

  /** After every trade: it survives the end of this process. Asked for its state only when there is a file. */
  save(stateNow: () => SimulatorState): void {
    if (this.#file === null) return
    this.#isThrough = false
    this.#write(stateNow(), false)
  }

  /** From time to time and at the end: trades are brought all the way to the disk, the market's clock is not worth it. */
  settle(state: SimulatorState): void {
    this.#write(state, !this.#isThrough)
    this.#isThrough = true
  }

  /** Throws `StoreFault`: without its account on disk the simulator must not go on. */
  #write(state: SimulatorState, through: boolean): void {
    if (this.#file === null) return
    try {
      writeState(this.#file, state, through)
    } catch (cause) {
      throw new StoreFault(
        hasCode(cause, 'ENOSPC') ? 'DISK_FULL' : 'DISK_FAILED',
        `The simulated account cannot be written to ${this.#file}: ${systemReason(cause)}. It goes on where it was when there is room`,
        { cause },
      )
    }
  }
}

/** How the saved account and the wished one differ, as the end of a sentence; null when they don't. */
function differenceOf(
  state: SimulatorState,
  source: SimulatorStart['source'],
  { currency, margin, leverage }: SimulatorStart['account'],
): string | null {
  if (JSON.stringify(state.source) !== JSON.stringify(source)) return 'on another market'
  if (state.account.currency !== currency) return `in ${state.account.currency}, not ${currency}`
  if (state.account.margin !== margin) return `as a ${state.account.margin} account, not ${margin}`
  if (state.account.leverage !== leverage)
    return `with a leverage of ${state.account.leverage}, not ${leverage}`
  return null
}
