/** Commands on their way into the folder: one at a time, the next when the terminal has taken the last away. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { FILES_OF_APP } from '../../contracts/wire/index.ts'
import { decodeBody, encodeFile } from '../../wire/index.ts'
import { writeAtomically } from '../data-folder/atomic-write.ts'
import type { Sent } from '../roads/road-link.ts'

export type CommandType = (typeof FILES_OF_APP)[number]

type Waiting = Readonly<{ type: CommandType; body: Uint8Array; ms: EpochMs; untilMs: number }>

export type CommandFilesOptions = Readonly<{ folder: string; key: Uint8Array; now(): EpochMs }>

const nameOf = (type: CommandType) => (type === 'sync' ? 'ask.txt' : 'fire.txt')

export class CommandFiles {
  readonly #options: CommandFilesOptions
  #waiting: Waiting[] = []

  constructor(options: CommandFilesOptions) {
    this.#options = options
  }

  /** Its validity counts from now, however long it waits. Of several questions only the newest is asked. */
  push(type: CommandType, body: Uint8Array): Sent {
    const ms = this.#options.now()
    const read = decodeBody(type, body)
    if (read.is === 'refused') return read
    const validMs = 'ttlMs' in read.body ? read.body.ttlMs : Infinity
    if (type === 'sync') this.#waiting = this.#waiting.filter(waiting => waiting.type !== 'sync')
    this.#waiting.push({ type, body, ms, untilMs: ms + validMs })
    return { is: 'queued' }
  }

  /** Writes what can be written now. Throws what the file system throws; then nothing is lost. */
  write(uuid: TerminalId): void {
    const { folder, key, now } = this.#options
    const nowMs = now()
    this.#waiting = this.#waiting.filter(({ untilMs }) => nowMs <= untilMs)
    const [next] = this.#waiting
    if (!next || this.#isTaken(folder)) return
    const { type, ms, body } = next
    writeAtomically(path.join(folder, nameOf(type)), encodeFile({ t: type, uuid, ms }, body, key))
    this.#waiting.shift()
  }

  /** The session is over: whoever asked asks again, and an order that never left is found out by `sync`. */
  clear(): void {
    this.#waiting = []
  }

  /** A command or a question lies there that the terminal has not taken. */
  #isTaken(folder: string): boolean {
    return existsSync(path.join(folder, 'fire.txt')) || existsSync(path.join(folder, 'ask.txt'))
  }
}
