/** fire.txt and trade_result.txt as the predecessor's EA has them: one of each, neither signed nor acknowledged. */
import { readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { LegacyResult } from '../../contracts/legacy.ts'
import { Ticket, type Side } from '../../contracts/primitives.ts'
import { writeAtomically } from '../data-folder/atomic-write.ts'
import { hasCode } from '../data-folder/refusal.ts'

/** Its own field names. `sl` and `tp` are distances in points. */
export type LegacyOrder = Readonly<{
  signal_id: string
  action: ''
  symbol: string
  type: Side
  lot: number
  sl: number
  tp: number
  comment: string
}>

export type Result = Readonly<{
  id: string
  isDone: boolean
  ticket: Ticket | null
  message: string
}>

/** The EA passes over a shorter fire.txt, and empties it when it has read it. */
const SHORTEST_ORDER = 20

export class LegacyFiles {
  readonly #fire: string
  readonly #result: string
  #lastResult: string | null = null

  constructor(folder: string) {
    this.#fire = path.join(folder, 'fire.txt')
    this.#result = path.join(folder, 'trade_result.txt')
  }

  /** There is an order that the EA has not read. */
  hasOrder(): boolean {
    try {
      return statSync(this.#fire).size >= SHORTEST_ORDER
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return false
      throw error
    }
  }

  write(order: LegacyOrder): void {
    // What lies there is about an earlier order, whatever it says.
    this.#lastResult = this.#readResult()
    writeAtomically(this.#fire, JSON.stringify(order))
  }

  /** Takes the order back, so that it can't be carried out when its time is over. False: the EA had read it already. */
  withdraw(): boolean {
    if (!this.hasOrder()) return false
    const aside = `${this.#fire}.withdrawn`
    renameSync(this.#fire, aside)
    const wasWhole = statSync(aside).size >= SHORTEST_ORDER
    rmSync(aside, { force: true })
    return wasWhole
  }

  /** A result that was not there at the last look. The EA overwrites it, so it is looked at often. */
  newResult(): Result | null {
    const text = this.#readResult()
    if (text === null || text === this.#lastResult) return null
    const read = parse(text)
    // Half of it: the rest is being written.
    if (read === null) return null
    this.#lastResult = text
    return read
  }

  #readResult(): string | null {
    try {
      return readFileSync(this.#result, 'utf8')
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null
      throw error
    }
  }
}

function parse(text: string): Result | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const read = LegacyResult.safeParse(value)
  if (!read.success) return null
  const { signal_id, status, ticket, message } = read.data
  const number = Ticket.safeParse(String(ticket ?? ''))
  return { id: signal_id, isDone: status === 'success', ticket: number.success ? number.data : null, message }
}
