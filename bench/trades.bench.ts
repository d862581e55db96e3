/**
 * What years of trades cost the window: the table of 100,000 in the app, from a click to its first rows and how it scrolls; and the
 * curve of 1,000,000, from the question to its picture.
 */
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { openLedger } from '../engine/adapters/ledger/index.ts'
import { TerminalId, type EngineEvent, type EpochMs } from '../engine/contracts/index.ts'
import { DebriefBook } from '../engine/domain/debrief/debrief-book.ts'
import { equityCurve } from '../engine/domain/debrief/equity-curve.ts'
import { yearsBehind } from './lib/years-behind.ts'
import { option, sqliteBinding } from './lib/built-app.ts'
import { desk, launch, newDataFolder } from './lib/electron-apps.ts'
import { quantile, report, type Figure } from './lib/figures.ts'
import { curveDrawn, firstRows, scrolled } from './trades/table-page.ts'

const BATCH = 5_000
const VISITS = 9
const SCROLL_S = 8
/** As the War Room asks for it. */
const POINTS = 300
const UNTIL_MS = Date.UTC(2014, 4, 1)
/** A trade each half hour: a million of them are 57 years, and there are no times before 1970. */
const CURVE_UNTIL_MS = Date.UTC(2030, 0, 1)

const years = (trades: number, untilMs: number) =>
  yearsBehind({ terminal: TerminalId.parse('years'), loginHash: 'years', trades, open: 0, untilMs })

/** A data folder whose ledger has so many closed trades of simulated money. */
function folderWith(trades: number): string {
  const dataFolder = newDataFolder()
  const ledger = openLedger({ file: path.join(dataFolder, 'ledger.db'), binding: sqliteBinding() })
  const batch: EngineEvent[] = []
  const store = () => ledger.append(batch.splice(0), Date.now() as EpochMs)
  for (const event of years(trades, UNTIL_MS)) if (batch.push(event) >= BATCH) store()
  store()
  ledger.close()
  return dataFolder
}

async function ofTheTable(page: Page): Promise<Figure[]> {
  const visits: number[] = []
  for (let visit = 0; visit < VISITS; visit++) visits.push(await firstRows(page))
  const { framesMs, bare } = await scrolled(page, SCROLL_S)
  const seconds = framesMs.reduce((sum, ms) => sum + ms, 0) / 1_000
  return [
    { name: 'click to first rows, median of visits', value: quantile(visits, 0.5), unit: 'ms' },
    { name: 'slowest visit', value: Math.max(...visits), unit: 'ms', bound: { atMost: 150 } },
    { name: 'scrolling', value: framesMs.length / seconds, unit: 'frames/s', bound: { atLeast: 50 } },
    { name: 'frame to frame while scrolling, p99', value: quantile(framesMs, 0.99), unit: 'ms' },
    { name: 'rows on the screen that were not read yet', value: 100 * bare, unit: '%' },
  ]
}

/** Adding up that many results out of the record's book, the slowest of three times; the book is there for every page of it. */
function curveMs(trades: number): number {
  const book = new DebriefBook()
  let seq = 0
  for (const event of years(trades, CURVE_UNTIL_MS))
    book.take({ seq: ++seq, wallMs: 0 as EpochMs, event, hash: '' })
  const rows = book.account('simulated').trades
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now()
    equityCurve(rows, POINTS)
    return performance.now() - started
  })
  return Math.max(...times)
}

const trades = option('trades', 100_000)
const ofCurve = option('curve', 1_000_000)
const addedMs = curveMs(ofCurve)
const app = await launch(desk, { BITTEN_DATA: folderWith(trades) }, '--training')
const page = await app.firstWindow()
await page.getByText('15 of 15 pairs quoted').waitFor({ timeout: 300_000 })
await pause(10_000)
const drawnMs = await curveDrawn(page)
const table = await ofTheTable(page)
await app.close()

report('trades', [
  { name: 'closed trades in the table', value: trades, unit: '' },
  ...table,
  { name: 'closed trades of the curve', value: ofCurve, unit: '' },
  { name: 'adding them up', value: addedMs, unit: 'ms' },
  { name: 'question to picture in the window, of the trades in the table', value: drawnMs, unit: 'ms' },
  { name: 'added up and drawn', value: addedMs + drawnMs, unit: 'ms', bound: { atMost: 300 } },
])
process.exit()
