/** The table of closed trades in the window, on a record of thousands of them. */
import type { Page } from '@playwright/test'
import { TradesTableQuery } from '../../../engine/contracts/trades-table.ts'
import { DebriefBook } from '../../../engine/domain/debrief/debrief-book.ts'
import { tradeHistory } from '../../../engine/testkit/trade-history.ts'
import { rText } from '../../../renderer/ui/format/numbers.ts'
import { violations } from '../support/axe.ts'
import { firedMission, pageOfADay, storyOf } from '../support/missions.ts'
import { unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const TRADES = 10_000
const NEWEST = TradesTableQuery.parse({ kind: 'tradesTable', account: 'simulated', scope: null, filter: { fromMs: null, toMs: null, keys: {} }, order: 'closed', descending: true, skip: 0, limit: 100 }) // prettier-ignore
const SETUP = ['Z5-FADE', 'RANGE-FADE', 'HOUR-SQUEEZE']

/** Answers each piece as the archive does. */
async function openOn(page: Page, room: WarRoomPage, book: DebriefBook): Promise<void> {
  await page.exposeFunction('tradesPiece', (query: TradesTableQuery) => ({
    is: 'answer',
    value: book.account('simulated').table.piece(query),
  }))
  await room.open({ answers: { missionsPage: pageOfADay, missionStory: storyOf(firedMission) } })
  await page.evaluate(() => {
    const { bitten, tradesPiece } = window as unknown as {
      bitten: { ask: (query: { kind: string }) => unknown }
      tradesPiece: (query: unknown) => unknown
    }
    const ask = bitten.ask.bind(bitten)
    bitten.ask = query => (query.kind === 'tradesTable' ? tradesPiece(query) : ask(query))
  })
  await goThere(room)
}
const goThere = (room: WarRoomPage) => room.page.getByRole('button', { name: 'Trades', exact: true }).click()
const table = (room: WarRoomPage) => room.page.getByRole('table', { name: 'Trades' })
const rowAt = (room: WarRoomPage, index: number) => table(room).locator(`[aria-rowindex="${index + 2}"]`)

function bookOf(trades: number): DebriefBook {
  const book = new DebriefBook()
  for (const stored of tradeHistory({ trades, account: 'simulated', aDay: 25 })) book.take(stored)
  return book
}

test('ten thousand trades are one table: scrolled to its end, ordered, and filtered', async ({
  page,
  room,
}) => {
  const book = bookOf(TRADES)
  await openOn(page, room, book)
  await expect(table(room)).toHaveAttribute('aria-rowcount', String(TRADES + 1))
  await expect(rowAt(room, 0)).toContainText(new RegExp(SETUP.join('|')))
  expect(await table(room).getByRole('row').count()).toBeLessThan(80)
  await room.picture('trades-1440x900')
  expect(await violations(page)).toEqual([])

  await table(room).focus()
  await page.keyboard.press('End')
  await expect(rowAt(room, TRADES - 1)).toContainText('05 May 2014')
  await expect(rowAt(room, TRADES - 1)).toBeInViewport()

  await table(room)
    .getByRole('button', { name: /^Result/ })
    .click()
  const r = book.account('simulated').trades.numbers.r.values
  await expect(rowAt(room, 0)).toContainText(rText(r.reduce((a, b) => Math.max(a, b))))
  await expect(table(room).getByRole('columnheader', { name: /^Result/ })).toHaveAttribute('aria-sort', 'descending') // prettier-ignore
  await table(room)
    .getByRole('button', { name: /^Result/ })
    .click()
  await expect(rowAt(room, 0)).toContainText(rText(r.reduce((a, b) => Math.min(a, b))))

  await page.getByRole('combobox', { name: 'Side' }).selectOption('Short')
  await expect(table(room)).not.toHaveAttribute('aria-rowcount', String(TRADES + 1))
  await expect(table(room).getByText('Long')).toHaveCount(0)

  await page.setViewportSize({ width: 1024, height: 640 })
  await expect(rowAt(room, 0)).toBeInViewport()
  await room.picture('trades-1024x640')
})

test('a trade leads to its whole story', async ({ page, room }) => {
  await openOn(page, room, bookOf(30))
  await rowAt(room, 2).getByRole('button').click()

  await expect(page.getByRole('region', { name: 'Story' })).toContainText('Target reached')
  const asked = await page.evaluate(
    () =>
      (window.fakeEngine.questions as { kind: string; mission?: string }[])
        .filter(({ kind }) => kind === 'missionStory')
        .at(-1)?.mission,
  )
  expect(asked).toBe(bookOf(30).account('simulated').table.piece(NEWEST).rows[2]?.mission)
})

test('says what is missing: no account, no trade, no answer', async ({ page, room }) => {
  await room.open({ view: unlinkedRoom })
  await goThere(room)
  await expect(page.getByText('No account yet.', { exact: true })).toBeVisible()

  await room.open({ answers: { tradesTable: { is: 'failed', code: 'BUSY', text: 'The ledger is busy.' } } })
  await goThere(room)
  await expect(page.getByText('The ledger is busy.')).toBeVisible()
  await page.evaluate(() =>
    Object.assign(window.fakeEngine.answers, {
      tradesTable: {
        is: 'answer',
        value: { scope: 'trades', ofScope: { trades: 0, drills: 0 }, total: 0, skip: 0, rows: [] },
      },
    }),
  )
  await page.getByRole('button', { name: 'Read again' }).click()
  await expect(page.getByText('No trade has been closed yet.')).toBeVisible()
  expect(await violations(page)).toEqual([])
})
