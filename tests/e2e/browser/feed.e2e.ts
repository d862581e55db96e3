import { busyRoom } from '../support/rooms.ts'
import { aPrice } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const snapshots = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.snapshots)
const bidOf = (room: WarRoomPage, pair: string) => room.page.locator(`tr[data-pair=${pair}] td`).first()

test('a patch that follows changes what it names and asks for nothing', async ({ room }) => {
  await room.open()

  await room.patch({ rev: 2, prices: { EURUSD: aPrice('EURUSD', { bid: '1.38701' }) } })

  await expect(bidOf(room, 'EURUSD')).toContainText('1.38701')
  await expect(bidOf(room, 'GBPUSD')).toContainText('1.68893')
  expect(await snapshots(room)).toBe(1)
})

for (const [name, rev] of [
  ['a gap in the revisions', 5],
  ['an engine that began again', 1],
] as const)
  test(`${name} makes the window ask for a new picture`, async ({ page, room }) => {
    await room.open()
    const fresh = {
      ...busyRoom,
      rev: 9,
      prices: { ...busyRoom.prices, EURUSD: aPrice('EURUSD', { bid: '1.40000' }) },
    }
    await page.evaluate(view => (window.fakeEngine.view = view), fresh)

    await room.patch({ rev, prices: { EURUSD: aPrice('EURUSD', { bid: '1.11111' }) } })

    await expect(bidOf(room, 'EURUSD')).toContainText('1.40000')
    expect(await snapshots(room)).toBe(2)
  })

test('a tick redraws its own row and nothing else', async ({ page, room }) => {
  await room.open()
  // The chart of closed trades is fetched when the room stands: it has to be drawn before anybody watches.
  await expect(page.locator('.recharts-surface path').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => {
    window.touched = new Set()
    new MutationObserver(changes => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        window.touched.add(element?.closest('tr')?.dataset['pair'] ?? 'elsewhere')
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })

  for (let tick = 0; tick < 10; tick += 1)
    await room.patch({ rev: 2 + tick, prices: { USDJPY: aPrice('USDJPY', { bid: `102.30${tick}` }) } })

  await expect(bidOf(room, 'USDJPY')).toContainText('102.309')
  expect(await page.evaluate(() => [...window.touched])).toEqual(['USDJPY'])
})

declare global {
  interface Window {
    touched: Set<string>
  }
}
