import { StoreFault } from '../ports/store-fault.ts'
import type { DeskKeeper } from './desk-keeper.ts'

/** How often a keeper with nothing to do looks whether the ledger has grown. */
const LOOK_EVERY_MS = 30_000

export type Tended = Readonly<{
  /** The ledger cannot be trusted; nothing is tended any more. */
  broken(text: string): void
  log(text: string): void
  close(): void
}>

/** Gives a keeper its turns: at most half of the time while there is work, and now and then when there is none. */
export class Tending {
  readonly #keeper: DeskKeeper
  readonly #tended: Tended
  #timer: NodeJS.Timeout | null = null

  constructor(keeper: DeskKeeper, tended: Tended) {
    this.#keeper = keeper
    this.#tended = tended
  }

  start(): void {
    this.#later(0)
  }

  /** The last of the work, and the end. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#guarded(() => this.#keeper.finish())
    this.#tended.close()
  }

  #turn(): void {
    const started = performance.now()
    let more = false
    const goesOn = this.#guarded(() => {
      more = this.#keeper.turn()
    })
    if (goesOn) this.#later(more ? performance.now() - started : LOOK_EVERY_MS)
  }

  #later(ms: number): void {
    this.#timer = setTimeout(() => this.#turn(), ms)
  }

  /** False when the ledger is broken. Anything else that a disk may do is tried again: a checkpoint only saves time. */
  #guarded(work: () => void): boolean {
    try {
      work()
      return true
    } catch (cause) {
      if (cause instanceof StoreFault && (cause.code === 'CHAIN_BROKEN' || cause.code === 'CORRUPT')) {
        this.#tended.broken(cause.message)
        return false
      }
      if (!(cause instanceof StoreFault) && !isSystemError(cause)) throw cause
      this.#tended.log(`The checkpoint of the desk was not kept: ${cause.message}`)
      return true
    }
  }
}

const isSystemError = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && 'syscall' in cause
