/** Says and does what an unmodified predecessor EA does: posts prices, reads fire.txt, overwrites trade_result.txt. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const aPost = (over: object = {}) => ({
  uuid: 'mt5_5012345_1753747200',
  timestamp: 1_753_747_200,
  account_balance: 10_000,
  broker: 'Broker',
  server: 'Broker-Demo',
  ticks: [aLegacyTick()],
  ...over,
})

export const aLegacyTick = (over: object = {}) => ({
  symbol: 'EURUSD',
  bid: 1.10234,
  ask: 1.10236,
  spread: 2,
  volume: 1,
  time: 1_753_747_200,
  ...over,
})

export const posted = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

export class PredecessorEa {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    this.#empty()
  }

  /** The order that lies there, as its search for names would find it; null when there is none. Empties the file. */
  take(): Record<string, unknown> | null {
    const text = readFileSync(path.join(this.#folder, 'fire.txt'), 'utf8')
    if (text.length < 20) return null
    this.#empty()
    return JSON.parse(text) as Record<string, unknown>
  }

  result(fields: object): void {
    const account = { balance: 10_000, equity: 10_000, currency: 'USD' }
    const result = { status: 'success', ticket: 12_345, message: 'Trade executed', account, ...fields }
    writeFileSync(path.join(this.#folder, 'trade_result.txt'), JSON.stringify(result))
  }

  #empty(): void {
    writeFileSync(path.join(this.#folder, 'fire.txt'), '')
  }
}
