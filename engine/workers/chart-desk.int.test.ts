/** Charts of closed trades, over a real ledger and the minutes of a real market store. */
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openArchive, openLedger } from '../adapters/ledger/index.ts'
import { openMarketReader, openMarketStore } from '../adapters/market-store/index.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { StoredBar } from '../ports/index.ts'
import { aTradeClosed, aUlid } from '../testkit/events.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { ChartDesk } from './chart-desk.ts'
import { KeptMinutes } from './kept-minutes.ts'
import { RecordDesk } from './record/record-desk.ts'

const HOUR = 3_600_000
const { trade } = aTradeClosed({ closeMs: 5 * HOUR })
const minute = (at: number): StoredBar => ({
  openMs: EpochMs.parse(4 * HOUR + at * 60_000),
  open: 110_200,
  high: 110_240,
  low: 110_180,
  close: 110_230,
  ticks: 9,
  spread: 6,
})

function aDesk(bars: readonly StoredBar[] | null) {
  const folder = temporaryFolder()
  const at = (name: string) => ({ file: path.join(folder, name), binding: sqliteBinding() })
  const ledger = openLedger(at('ledger.db'))
  ledger.append([aTradeClosed({ closeMs: 5 * HOUR })], EpochMs.parse(1_000))
  ledger.close()
  if (bars !== null) {
    const store = openMarketStore(at('market.db'))
    store.write(trade.terminal, trade.pair, trade.digits, bars)
    store.close()
  }
  const archive = openArchive(at('ledger.db'))
  const record = new RecordDesk(archive)
  const minutes = new KeptMinutes(at('market.db'))
  const charts = new ChartDesk(minutes, record)
  onTestFinished(() => {
    minutes.close()
    archive.close()
  })
  return { charts, record, market: at('market.db') }
}

const isPng = (image: Uint8Array) => Buffer.from(image.subarray(1, 4)).toString() === 'PNG'

test('a closed trade has a chart of the minutes around it', async () => {
  const { charts } = aDesk(Array.from({ length: 60 }, (_, at) => minute(at)))
  const withBars = await charts.picture(aUlid(2))
  const without = await aDesk([]).charts.picture(aUlid(2))

  if (withBars?.is !== 'chart' || without?.is !== 'chart') throw new Error('it drew no chart')
  expect(isPng(withBars.image)).toBe(true)
  expect(Buffer.from(withBars.image).equals(Buffer.from(without.image))).toBe(false)
})

test('where no minutes are kept there are the levels alone, and no order without a trade is drawn', async () => {
  const { charts } = aDesk(null)

  expect(await charts.picture(aUlid(2))).toMatchObject({ is: 'chart' })
  expect(await charts.picture(aUlid(77))).toMatchObject({ is: 'unknown' })
})

test('a desk that was stopped draws nothing', async () => {
  const { charts, record } = aDesk(null)
  record.stop()

  expect(await charts.picture(aUlid(2))).toBeNull()
})

test('a reader gives the minutes of one source between two moments, oldest first', () => {
  const { market } = aDesk(Array.from({ length: 5 }, (_, at) => minute(at)))
  const reader = openMarketReader(market)
  onTestFinished(() => reader.close())
  const between = (source: string, from: number, until: number) =>
    reader.between(source, trade.pair, minute(from).openMs, minute(until).openMs).map(({ openMs }) => openMs)

  expect(between(trade.terminal, 1, 3)).toEqual([minute(1).openMs, minute(2).openMs])
  expect(between('another', 0, 5)).toEqual([])
})
