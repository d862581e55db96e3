import { existsSync } from 'node:fs'
import { openMarketReader, type MarketReader } from '../adapters/market-store/index.ts'
import type { DatabaseFile } from '../adapters/sqlite/index.ts'

/** The minutes that the engine keeps, opened for reading when the first are asked for. */
export class KeptMinutes {
  readonly #market: DatabaseFile
  #reader: MarketReader | null = null

  constructor(market: DatabaseFile) {
    this.#market = market
  }

  /** Null: the engine has made no file yet. Throws `StoreFault`. */
  open(): MarketReader | null {
    if (this.#reader === null && !existsSync(this.#market.file)) return null
    this.#reader ??= openMarketReader(this.#market)
    return this.#reader
  }

  close(): void {
    this.#reader?.close()
  }
}
