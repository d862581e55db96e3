import {
  readCheckpoint,
  writeCheckpoint,
  type CheckpointPlace,
  type LedgerFile,
  type LedgerReader,
} from '../adapters/ledger/index.ts'
import type { Remembered } from '../app/desk.ts'
import { packDesk, unpackDesk, type DeskMemory } from '../app/desk-memory.ts'
import { emptyDesk, type DeskState } from '../app/desk-state.ts'
import { fold } from '../app/fold.ts'
import type { LedgerHead } from '../ports/ledger.ts'

/** Events of one turn: some tens of milliseconds, between which questions are answered. */
const PAGE = 1_000
/** A start reads at most about this many events after a checkpoint, unless the app was killed in a storm. */
const WRITE_EVERY = 2_000
/** The same while a long history is read for the first time, which may be cut short. */
const WRITE_ON_THE_WAY = 100_000
/** What is caught up with at the end; more than this would keep the trader waiting. */
const LAST_EVENTS = 5_000

const NOTHING: LedgerHead = { events: 0, hash: '0'.repeat(64) }

/** What the checkpoint remembers, when this build may trust it; else null. */
export function recall(
  { file, build }: CheckpointPlace,
  ledger: Pick<LedgerFile, 'hashAt'>,
): Remembered | null {
  const checkpoint = readCheckpoint(file, build, seq => ledger.hashAt(seq))
  if ('unusable' in checkpoint) return null
  return { head: checkpoint.head, state: unpackDesk(checkpoint.memory as DeskMemory) }
}

/**
 * Keeps a checkpoint of the desk for the next start, and checks the whole chain behind it, both beside the engine and a piece
 * at a time: the engine itself never waits for either. What is wrong with the ledger it throws as a `LedgerFault`.
 */
export class DeskKeeper {
  readonly #place: CheckpointPlace
  readonly #reader: LedgerReader
  readonly #state: DeskState
  /** Folded up to here. */
  #head: LedgerHead
  /** The chain was checked up to here, of what a checkpoint spared. */
  #checked = NOTHING
  readonly #checkUpTo: number
  #written: number

  constructor(place: CheckpointPlace, reader: LedgerReader) {
    this.#place = place
    this.#reader = reader
    const remembered = recall(place, reader)
    this.#state = remembered?.state ?? emptyDesk()
    this.#head = remembered?.head ?? NOTHING
    this.#checkUpTo = this.#head.events
    this.#written = this.#head.events
  }

  /** A piece of the work. False when there is none left before the ledger grows. */
  turn(): boolean {
    return this.#catchUp() || this.#check()
  }

  /** The last checkpoint, when it is near. */
  finish(): void {
    if (this.#reader.head().events - this.#head.events > LAST_EVENTS) return
    while (this.#catchUp());
    if (this.#head.events > this.#written) this.#write()
  }

  #catchUp(): boolean {
    const stored = this.#reader.after(this.#head, PAGE)
    for (const { seq, hash, event, wallMs } of stored) {
      fold(this.#state, event, wallMs)
      this.#head = { events: seq, hash }
    }
    const unwritten = this.#head.events - this.#written
    if (unwritten >= (stored.length < PAGE ? WRITE_EVERY : WRITE_ON_THE_WAY)) this.#write()
    return stored.length === PAGE
  }

  #check(): boolean {
    if (this.#checked.events >= this.#checkUpTo) return false
    const before = this.#checked.events
    this.#checked = this.#reader.checked(this.#checked, PAGE)
    return this.#checked.events > before
  }

  #write(): void {
    const { file, build } = this.#place
    writeCheckpoint(file, { build, head: this.#head, memory: packDesk(this.#state) })
    this.#written = this.#head.events
  }
}
