import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Origin } from '../../contracts/commands.ts'
import type { Log } from '../../ports/log.ts'
import { writeAtomically } from '../data-folder/atomic-write.ts'

/**
 * The host has flattened without an engine: the next one is paused before it meets a terminal, also one of the next host. So a
 * small file stays until an engine has stored the pause.
 */
export class OwedPause {
  readonly #file: string
  readonly #log: Log
  #origin: Origin | null

  constructor(dataFolder: string, log: Log) {
    this.#file = path.join(dataFolder, 'owed-pause.json')
    this.#log = log
    this.#origin = readOrigin(this.#file)
  }

  /** Who flattened; null when nothing is owed. */
  get origin(): Origin | null {
    return this.#origin
  }

  /** A disk that is full keeps nobody from closing: then only this host remembers. */
  owe(origin: Origin): void {
    this.#origin = origin
    try {
      writeAtomically(this.#file, JSON.stringify(origin))
    } catch (error) {
      const data = { reason: String(error) }
      this.#log.write('error', 'The pause after a flatten could not be stored for the next start.', data)
    }
  }

  /** An engine has stored it. */
  paid(): void {
    this.#origin = null
    rmSync(this.#file, { force: true })
  }
}

/** Whatever can be read of it, a flatten has left it. */
function readOrigin(file: string): Origin | null {
  if (!existsSync(file)) return null
  try {
    return Origin.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return 'window'
  }
}
