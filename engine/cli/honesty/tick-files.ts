import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createGenerator } from '../../broker-sim/index.ts'
import { usualDigits, type Pair } from '../../contracts/pairs.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { textFromPoints } from '../../domain/market/price.ts'

/** Two pairs whose commission is the same in the lab and at the simulated broker. */
const PAIRS: readonly Pair[] = ['EURUSD', 'GBPUSD']
const STARTS_MS = Date.UTC(2018, 0, 8)
/** One tick of those within so long is kept, so that weeks of market pass in seconds. */
const APART_MS = 3_000
const HEADINGS = '<DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>'
const BOTH_SIDES = 6

export type TickFiles = Readonly<{ files: readonly string[]; ticks: number; lastMs: number }>

/** Writes ticks of the generated market into files as MetaTrader exports them, on UTC: the one source of all three roads. */
export function writeTickFiles(folder: string, seed: number, days: number): TickFiles {
  const rows = PAIRS.map(() => [HEADINGS])
  const kept = PAIRS.map(() => 0)
  const untilMs = STARTS_MS + days * DAY_MS
  const market = createGenerator({ seed, startMs: STARTS_MS, pairs: PAIRS, untilMs })
  for (let minute = market.next(); minute !== null; minute = market.next()) {
    for (let k = 0; k < minute.length; k++) {
      const pair = minute.pair[k] as number
      const timeMs = minute.timeMs[k] as number
      if (timeMs - (kept[pair] as number) < APART_MS) continue
      kept[pair] = timeMs
      rows[pair]?.push(rowOf(pair, timeMs, minute.bid[k] as number, minute.ask[k] as number))
    }
  }
  const files = PAIRS.map((pair, at) => {
    const file = path.join(folder, `${pair}_ticks.csv`)
    writeFileSync(file, `${rows[at]?.join('\n')}\n`)
    return file
  })
  const ticks = rows.reduce((sum, { length }) => sum + length - 1, 0)
  return { files, ticks, lastMs: Math.max(...kept) }
}

function rowOf(pair: number, timeMs: number, bid: number, ask: number): string {
  const [day = '', time = ''] = new Date(timeMs).toISOString().slice(0, 23).split('T')
  const price = (points: number) => textFromPoints(points, usualDigits(PAIRS[pair] as Pair))
  return [day.replaceAll('-', '.'), time, price(bid), price(ask), '', '', BOTH_SIDES].join('\t')
}
