/**
 * Whether the lab's memory grows with the years: one pair's real year once, twice and four times one after the other. A year and a
 * half of minutes is held at the most, so that what a year more takes is told from the second on.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readTape } from '../../engine/adapters/importers/index.ts'
import { newYorkOffsetMs } from '../../engine/domain/market/city-time.ts'
import { DAY_MS } from '../../engine/domain/market/civil.ts'
import type { MinuteTape } from '../../engine/ports/minute-tape.ts'
import { temporaryFolder } from '../lib/built-app.ts'
import type { Figure } from '../lib/figures.ts'
import { labRun, walkForwardOnce, type LabRun } from './lab-run.ts'
import { REAL_FILES } from './tapes.ts'

const PAIR = 'EURUSD'
const FEW = 2
const YEARS = 4
/** Whole weeks, so that week-ends stay where they are. */
const YEAR_MS = 364 * DAY_MS

export async function memoryOverYears(): Promise<Figure[]> {
  if (REAL_FILES === null) {
    process.stderr.write('years: left out, the real minutes of 2018 are not beside the project\n')
    return []
  }
  const read = await readTape({ files: REAL_FILES, pair: PAIR, serverTime: null })
  if (read.is === 'refused') throw new Error(read.text)
  const [one, few, many] = [repeated(read.tape, 1), repeated(read.tape, FEW), repeated(read.tape, YEARS)]
  const windows = ['--fit-months', '8', '--step-months', '4']
  return [
    ...grown(
      'backtest',
      await labRun('backtest', one),
      await labRun('backtest', few),
      await labRun('backtest', many),
    ),
    ...grown(
      'walk-forward',
      await walkForwardOnce(one, ...windows),
      await walkForwardOnce(few, ...windows),
      await walkForwardOnce(many, ...windows),
    ),
  ]
}

function grown(what: string, one: LabRun, few: LabRun, many: LabRun): Figure[] {
  const bound = { atMost: 500 }
  return [
    { name: `${what}, ${PAIR}, 1 year, most memory`, value: one.peakMb, unit: 'MiB', bound },
    { name: `${what}, ${PAIR}, that year ${FEW} times, most memory`, value: few.peakMb, unit: 'MiB', bound },
    {
      name: `${what}, ${PAIR}, that year ${YEARS} times, most memory`,
      value: many.peakMb,
      unit: 'MiB',
      bound,
    },
    {
      name: `${what}, ${PAIR}, memory for each year more than ${FEW}`,
      value: (many.peakMb - few.peakMb) / (YEARS - FEW),
      unit: 'MiB',
    },
    { name: `${what}, ${PAIR}, 1 year`, value: one.seconds, unit: 's' },
    { name: `${what}, ${PAIR}, that year ${YEARS} times`, value: many.seconds, unit: 's' },
  ]
}

/** The tape as files of HistData's form, on New York's wall clock, each a year of weeks after the one before. */
function repeated(tape: MinuteTape, years: number): string[] {
  const folder = path.join(temporaryFolder(), `${years}-years`)
  mkdirSync(folder)
  return Array.from({ length: years }, (_, year) => {
    const file = path.join(folder, `DAT_ASCII_${PAIR}_M1_${2018 + year}.csv`)
    const rows = Array.from({ length: tape.length }, (_minute, at) => rowOf(tape, at, year * YEAR_MS))
    writeFileSync(file, rows.join('\n'))
    return file
  })
}

function rowOf({ openMs, open, high, low, close, digits }: MinuteTape, at: number, laterMs: number): string {
  const utcMs = openMs[at] as number
  const time = new Date(utcMs + newYorkOffsetMs(utcMs) + laterMs).toISOString()
  const [day, clock] = [time.slice(0, 10).replaceAll('-', ''), time.slice(11, 19).replaceAll(':', '')]
  const prices = [open, high, low, close].map(column =>
    ((column[at] as number) / 10 ** digits).toFixed(digits),
  )
  return `${day} ${clock};${prices.join(';')};0`
}
