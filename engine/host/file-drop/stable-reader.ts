/** Reads files that another program writes: what is not whole is read again, what stays so or is wrong is put aside. */
import { readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import { decodeFile, MAX_FILE_BYTES, type FileMessage } from '../../wire/index.ts'
import { hasCode, systemReason } from '../data-folder/refusal.ts'

/** `part`: not whole yet, or not to be opened yet: look again. */
export type Looked = FileMessage | Readonly<{ is: 'absent' }> | Readonly<{ is: 'part' }> | Rejected
/** It has been renamed to `rejected_…`. */
export type Rejected = Readonly<{ is: 'rejected'; code: string; text: string }>

export type StableReaderOptions = Readonly<{ folder: string; key: Uint8Array; now(): EpochMs }>

/** A program that writes a file of this size is done after this time, or has died. */
const PATIENCE_MS = 2_000

export class StableReader {
  readonly #options: StableReaderOptions
  /** Files that were not whole, and since when. */
  readonly #parts = new Map<string, number>()

  constructor(options: StableReaderOptions) {
    this.#options = options
  }

  look(name: string, uuid: TerminalId): Looked {
    const bytes = this.#read(name)
    if ('is' in bytes) return bytes
    const decoded = decodeFile(bytes, this.#options.key)
    if (decoded.is === 'part') return this.#wait(name, 'it is not whole')
    this.#parts.delete(name)
    if (decoded.is === 'refused') return this.reject(name, decoded.code, decoded.text)
    if (decoded.header.uuid === uuid) return decoded
    return this.reject(name, 'WRONG_UUID', `It names the terminal ${decoded.header.uuid}.`)
  }

  /** Puts a file aside, so that it is looked at by people and not again by us. */
  reject(name: string, code: string, why: string): Rejected {
    const { folder } = this.#options
    // One of each name is kept: a terminal with the wrong key writes one every second.
    const aside = `rejected_${name}`
    this.#parts.delete(name)
    try {
      renameSync(path.join(folder, name), path.join(folder, aside))
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) {
        const text = `${name} was not taken: ${why} It can't be renamed either: ${systemReason(error)}.`
        return { is: 'rejected', code, text }
      }
    }
    return { is: 'rejected', code, text: `${name} was not taken and is now ${aside}: ${why}` }
  }

  #read(name: string): Uint8Array | Looked {
    const file = path.join(this.#options.folder, name)
    try {
      const { size } = statSync(file)
      if (size > MAX_FILE_BYTES) return this.reject(name, 'BODY_LENGTH', `It has ${size} bytes.`)
      return readFileSync(file)
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) return this.#wait(name, `it can't be read: ${systemReason(error)}`)
      this.#parts.delete(name)
      return { is: 'absent' }
    }
  }

  #wait(name: string, why: string): Looked {
    const nowMs = this.#options.now()
    const sinceMs = this.#parts.get(name) ?? nowMs
    this.#parts.set(name, sinceMs)
    if (nowMs - sinceMs < PATIENCE_MS) return { is: 'part' }
    return this.reject(name, 'NOT_WHOLE', `For ${PATIENCE_MS / 1_000} s ${why}.`)
  }
}
