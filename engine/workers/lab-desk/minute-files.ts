import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { onDisk } from '../../adapters/lab-store/index.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { Bar } from '../../domain/market/bar-series.ts'

/** As MetaTrader exports bars, which every command of the lab reads; on UTC. */
const HEAD = '<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n'
const AT_ONCE = 5_000

/** Writes the minutes of a pair, and gives the file's path. Throws `StoreFault`. Its name says what it is: reports quote it. */
export function writeMinutes(
  { folder, kind, pair, digits }: Readonly<{ folder: string; kind: string; pair: Pair; digits: number }>,
  minutes: Iterable<Bar>,
): string {
  const file = path.join(folder, `${kind}-${pair}.csv`)
  onDisk(file, () => writeLines(file, digits, minutes))
  return file
}

function writeLines(file: string, digits: number, minutes: Iterable<Bar>): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    let lines: string[] = [HEAD]
    for (const minute of minutes) {
      lines.push(lineOf(minute, digits))
      if (lines.length < AT_ONCE) continue
      writeSync(handle, lines.join(''))
      lines = []
    }
    writeSync(handle, lines.join(''))
  } finally {
    closeSync(handle)
  }
}

function lineOf({ openMs, ticks, spread, ...prices }: Bar, digits: number): string {
  const at = new Date(openMs).toISOString()
  const { open, high, low, close } = prices
  const written = [open, high, low, close].map(points => (points / 10 ** digits).toFixed(digits))
  // A spread of parts of a point is never written down as a cheaper one.
  const rest = [ticks, 0, Math.ceil(spread)]
  return `${[at.slice(0, 10).replaceAll('-', '.'), at.slice(11, 19), ...written, ...rest].join('\t')}\n`
}
