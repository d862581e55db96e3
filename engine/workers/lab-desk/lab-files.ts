import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { onDisk } from '../../adapters/lab-store/index.ts'
import { openMarketReader, type MarketReader } from '../../adapters/market-store/index.ts'
import type { LabData, LabOrder, LabOrigin, LabStage } from '../../contracts/lab-desk.ts'
import { PAIRS, type Pair } from '../../contracts/pairs.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import { generatedTape } from '../../lab/honesty/generated-tape.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { writeMinutes } from './minute-files.ts'

export type LabFiles = Readonly<{
  is: 'files'
  files: readonly string[]
  serverTime: ServerTime | null
  origin: LabOrigin | null
  /** What a person should know of them before they are read. */
  notes: readonly string[]
}>
type Refused = Readonly<{ is: 'refused'; code: string; text: string }>
type Tell = (stage: LabStage) => void
type Kind<Is extends LabData['is']> = Extract<LabData, { is: Is }>

const UTC: ServerTime = 0
const refused = (code: string, text: string): Refused => ({ is: 'refused', code, text })

/** The data of a plan as files, which the lab reads whoever asks it. Throws `StoreFault`. */
export async function labFiles(order: LabOrder, tell: Tell): Promise<LabFiles | Refused> {
  const { data } = order.plan
  if (data.is === 'folder') return filesOf(data)
  const folder = newFolder(order.scratch)
  return data.is === 'desk' ? keptFiles(order, data, folder, tell) : madeUpFiles(order, data, folder, tell)
}

function newFolder(folder: string): string {
  return onDisk(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  })
}

const DATA_FILE = /\.(csv|txt|zip|tsv)$/i
const SURE_DATA = /\.(csv|zip)$/i
const MAYBE_REPORT = /\.txt$/i

function filesOf({ path: named, serverTime }: Kind<'folder'>): LabFiles | Refused {
  if (!path.isAbsolute(named))
    return refused('NOT_WHOLE', `${named} is not a whole path. Begin at the root of the disk`)
  const stats = statSync(named, { throwIfNoEntry: false })
  if (stats === undefined) return refused('NO_SUCH_FILE', `There is no ${named}. Check the path`)
  if (stats.isFile()) return { is: 'files', files: [named], serverTime, origin: null, notes: [] }
  if (!stats.isDirectory()) return refused('CANNOT_READ', `${named} is neither a folder nor a file`)
  const files = namesIn(named)
  if (files === null) return refused('CANNOT_READ', `${named} cannot be read. Check that it is yours`)
  return ofNames(named, files, serverTime)
}

function ofNames(named: string, names: readonly string[], serverTime: ServerTime | null): LabFiles | Refused {
  const found = names.filter(name => DATA_FILE.test(name)).toSorted()
  if (found.length === 0)
    return refused(
      'NO_FILES',
      `${named} holds no .csv, .tsv, .txt or .zip file. Put one-minute bars or ticks there`,
    )
  const reports = found.some(name => SURE_DATA.test(name))
    ? found.filter(name => MAYBE_REPORT.test(name))
    : []
  const files = found.filter(name => !reports.includes(name)).map(name => path.join(named, name))
  return {
    is: 'files',
    files,
    serverTime,
    origin: null,
    notes: reports.length === 0 ? [] : [leftOut(reports)],
  }
}

/** As HistData puts a report beside each of its files. */
const leftOut = (reports: readonly string[]): string =>
  `Left out: ${reports.join(', ')}. Beside .csv and .zip files a .txt file is taken for a report and not for minutes`

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder)
  } catch {
    return null
  }
}

async function keptFiles(
  { plan, dataFolder, sqliteBinding }: LabOrder,
  data: Kind<'desk'>,
  folder: string,
  tell: Tell,
): Promise<LabFiles | Refused> {
  const file = path.join(dataFolder, 'market.db')
  if (!existsSync(file))
    return refused('NOTHING_KEPT', 'The desk has kept no minute of any pair yet. Link a terminal first')
  const reader = openMarketReader({ file, binding: sqliteBinding })
  try {
    const kept = [...reader.series()].filter(({ source }) => source === data.terminal).map(({ pair }) => pair)
    const pairs = plan.pairs ?? kept
    const missing = pairs.filter(pair => !kept.includes(pair))
    if (kept.length === 0) return refused('NOTHING_KEPT', `The desk has kept no minute of ${data.terminal}`)
    if (missing.length > 0)
      return refused(
        'PAIR_NOT_KEPT',
        `The desk has kept no minute of ${missing.join(', ')} at ${data.terminal}`,
      )
    const files = await written(pairs, 'Minutes of the desk read', tell, pair => {
      const digits = reader.digits(data.terminal, pair) ?? 0
      return writeMinutes({ folder, kind: 'desk', pair, digits }, minutesOf(reader, data.terminal, pair))
    })
    return { is: 'files', files, serverTime: UTC, origin: data, notes: [] }
  } finally {
    reader.close()
  }
}

const END = EpochMs.parse(Number.MAX_SAFE_INTEGER)

function* minutesOf(reader: MarketReader, source: string, pair: Pair): Iterable<Bar> {
  let fromMs = EpochMs.parse(0)
  for (;;) {
    const page = reader.between(source, pair, fromMs, END)
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    fromMs = EpochMs.parse(last.openMs + 1)
  }
}

async function madeUpFiles(
  { plan }: LabOrder,
  data: Kind<'generated'>,
  folder: string,
  tell: Tell,
): Promise<LabFiles> {
  const files = await written(plan.pairs ?? PAIRS, 'Minutes made up', tell, pair => {
    const tape = generatedTape(pair, data.seed, data.days)
    return writeMinutes({ folder, kind: 'made-up', pair, digits: tape.digits }, rowsOf(tape))
  })
  return { is: 'files', files, serverTime: UTC, origin: data, notes: [] }
}

function* rowsOf(tape: MinuteTape): Iterable<Bar> {
  const at = (column: ArrayLike<number>, row: number) => column[row] as number
  for (let row = 0; row < tape.length; row++)
    yield {
      openMs: at(tape.openMs, row),
      open: at(tape.open, row),
      high: at(tape.high, row),
      low: at(tape.low, row),
      close: at(tape.close, row),
      ticks: at(tape.ticks, row),
      spread: at(tape.spread, row),
    }
}

async function written(
  pairs: readonly Pair[],
  name: string,
  tell: Tell,
  write: (pair: Pair) => string,
): Promise<readonly string[]> {
  const files: string[] = []
  for (const pair of pairs) {
    tell({ name, done: files.length, of: pairs.length })
    await nextTurn()
    files.push(write(pair))
  }
  tell({ name, done: files.length, of: pairs.length })
  return files
}
