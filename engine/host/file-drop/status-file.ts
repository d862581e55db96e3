import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { FileStatus } from '../../contracts/wire/index.ts'
import { decodeStatus, type FileMessage } from '../../wire/index.ts'
import type { Rejected, StableReader } from './stable-reader.ts'

export type Met = Readonly<{ is: 'met'; ms: number; status: FileStatus }>

/** A terminal that has written nothing newer for so long is not there. */
export const FRESH_MS = 5_000

/** The newest status of a terminal: what is not newer is a repeat, and what is old says nothing about now. */
export class StatusFile {
  readonly #reader: StableReader
  readonly #now: () => EpochMs
  #newestMs = 0

  constructor(reader: StableReader, now: () => EpochMs) {
    this.#reader = reader
    this.#now = now
  }

  /** Null when there is no news. `again`: the one that was met last will do, because its session has ended. */
  look(uuid: TerminalId, again: boolean): Met | Rejected | null {
    const looked = this.#reader.look('status.txt', uuid)
    if (looked.is === 'rejected') return looked
    if (looked.is !== 'file') return null
    const { ms } = looked.header
    // The computer's clock was set back: what it said before is no measure any more.
    if (this.#newestMs - this.#now() > FRESH_MS) this.#newestMs = 0
    const isNews = ms > this.#newestMs || (again && ms === this.#newestMs)
    if (!isNews || Math.abs(this.#now() - ms) > FRESH_MS) return null
    const read = statusIn(looked, uuid)
    if (typeof read === 'string') return this.#reader.reject('status.txt', 'BODY_FIELD', read)
    this.#newestMs = ms
    return { is: 'met', ms, status: read }
  }
}

function statusIn({ header, body }: FileMessage, uuid: TerminalId): FileStatus | string {
  if (header.t !== 'status') return `A ${header.t} is no status.`
  const read = decodeStatus(body)
  if (read.is === 'refused') return read.text
  const { hello } = read.status
  return hello.uuid === uuid ? read.status : `Its hello is of terminal ${hello.uuid}.`
}
