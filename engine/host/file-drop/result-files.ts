/**
 * What the terminal has to tell for good: one file a fact. A file is told once, and deleted when the engine has it on
 * disk; until then it is the terminal's and ours to lose nothing of.
 */
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TerminalId } from '../../contracts/primitives.ts'
import { decodeBody, type FileMessage, type WireRefusal } from '../../wire/index.ts'
import type { Rejected, StableReader } from './stable-reader.ts'

export type Fact = Readonly<{ type: 'verdict' | 'deal'; body: Uint8Array }>

export type ResultFilesOptions = Readonly<{
  folder: string
  reader: StableReader
  /** Tells the engine; the number under which it will be confirmed. */
  tell(fact: Fact): number
  faulted(code: string, text: string): void
}>

const RESULT = /^trade_result_[A-Za-z0-9]+\.txt$/
/** Stored results that are remembered, so that one that is put back is known again. */
const REMEMBERED = 2_000

export class ResultFiles {
  readonly #options: ResultFilesOptions
  /** Told and not confirmed, by MAC: a file that says something new has another one. */
  readonly #told = new Map<string, Readonly<{ n: number; name: string }>>()
  readonly #stored = new Set<string>()
  #hasParts = false

  constructor(options: ResultFilesOptions) {
    this.#options = options
  }

  /** Something is still being written, so whoever waits for all facts waits on. */
  get hasParts(): boolean {
    return this.#hasParts
  }

  /** In the order in which they were written. Throws when the folder can't be listed. */
  take(uuid: TerminalId): void {
    this.#hasParts = false
    const files = readdirSync(this.#options.folder).flatMap(name => this.#look(name, uuid))
    files.sort((left, right) => left.file.header.ms - right.file.header.ms)
    for (const { name, file } of files) this.#takeOne(name, file)
  }

  /** Deletes what is on disk at the engine, unless the file says something newer by now. */
  confirmed(upTo: number, uuid: TerminalId): void {
    for (const [mac, { n, name }] of this.#told) {
      if (n > upTo) continue
      this.#told.delete(mac)
      this.#remember(mac)
      const looked = this.#options.reader.look(name, uuid)
      if (looked.is === 'file' && looked.header.mac === mac) this.#delete(name)
    }
  }

  /** The session is over: what was not confirmed is told again in the next one. */
  forget(): void {
    this.#told.clear()
  }

  #look(name: string, uuid: TerminalId): { name: string; file: FileMessage }[] {
    if (!RESULT.test(name)) return []
    const looked = this.#options.reader.look(name, uuid)
    if (looked.is === 'part') this.#hasParts = true
    if (looked.is === 'rejected') this.#options.faulted(looked.code, looked.text)
    return looked.is === 'file' ? [{ name, file: looked }] : []
  }

  #takeOne(name: string, file: FileMessage): void {
    const { mac } = file.header
    if (this.#told.has(mac)) return
    if (this.#stored.has(mac)) return this.#deleteRepeat(name)
    const fact = this.#factIn(name, file)
    if (fact.is === 'rejected') return this.#options.faulted(fact.code, fact.text)
    this.#told.set(mac, { n: this.#options.tell(fact), name })
  }

  #factIn(name: string, { header, body }: FileMessage): (Fact & { is: 'fact' }) | Rejected {
    const { reader } = this.#options
    const { t } = header
    if (t !== 'verdict' && t !== 'deal') return reader.reject(name, 'WRONG_DIRECTION', `A ${t} is no result.`)
    const named = keyOf(t, body)
    if (typeof named === 'object') return reader.reject(name, named.code, named.text)
    if (name !== `trade_result_${named}.txt`)
      return reader.reject(name, 'WRONG_NAME', `It is about ${named}.`)
    return { is: 'fact', type: t, body }
  }

  #deleteRepeat(name: string): void {
    this.#options.faulted('RESULT_REPEAT', `${name} came again after it was stored, and was deleted.`)
    this.#delete(name)
  }

  #delete(name: string): void {
    rmSync(path.join(this.#options.folder, name), { force: true })
  }

  #remember(mac: string): void {
    this.#stored.add(mac)
    const [oldest] = this.#stored
    if (this.#stored.size > REMEMBERED && oldest !== undefined) this.#stored.delete(oldest)
  }
}

function keyOf(type: Fact['type'], body: Uint8Array): string | WireRefusal {
  if (type === 'verdict') {
    const verdict = decodeBody('verdict', body)
    return verdict.is === 'body' ? verdict.body.id : verdict
  }
  const deal = decodeBody('deal', body)
  return deal.is === 'body' ? deal.body.deal : deal
}
