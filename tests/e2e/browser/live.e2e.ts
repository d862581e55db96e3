/** Real money cannot be overlooked, and is traded only after words that were typed. */
import { REAL_MONEY } from '../../../engine/contracts/settings.ts'
import { violations } from '../support/axe.ts'
import { busyRoom, consentRoom, contestRoom, demoRoom, liveRoom } from '../support/rooms.ts'
import { aFire } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const edges = (room: WarRoomPage) => room.page.locator('[data-live-edge]')
const sheet = (room: WarRoomPage) => room.page.getByRole('dialog', { name: 'Trade real money' })
const field = (room: WarRoomPage) => sheet(room).getByLabel('The words, typed')
const send = (room: WarRoomPage) => sheet(room).getByRole('button', { name: 'Trade real money' })

async function openSheet(room: WarRoomPage): Promise<void> {
  await room.open({ view: consentRoom })
  await room.page.getByRole('button', { name: 'Give consent' }).click()
}

for (const [name, view] of Object.entries({ liveRoom, consentRoom, contestRoom }))
  for (const width of [1024, 1440])
    test(`${name} says LIVE in its banner, on both edges and in its title, ${width} pixels wide`, async ({
      page,
      room,
    }) => {
      await page.setViewportSize({ width, height: width === 1024 ? 640 : 900 })
      await room.open({ view })

      await expect(page.getByRole('banner')).toContainText('Live')
      await expect(edges(room)).toHaveText([/^(live){3}$/i, /^(live){3}$/i])
      for (const edge of await edges(room).all()) await expect(edge).toBeInViewport({ ratio: 1 })
      await expect(page).toHaveTitle(/^LIVE/)
      await room.picture(`${name}-${width}`)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    })

test('practice says LIVE nowhere, and a room that becomes live says it at once', async ({ page, room }) => {
  await room.open({ view: demoRoom })
  await expect(edges(room)).toHaveCount(0)
  await expect(page).toHaveTitle('BITTEN · War Room')

  await room.patch({ rev: 2, stake: 'live' })

  await expect(edges(room)).toHaveCount(2)
  await expect(page).toHaveTitle(/^LIVE/)
})

test('a sheet over a live room says LIVE too', async ({ page, room }) => {
  await room.open({ view: liveRoom })

  await page.getByRole('button', { name: 'Connect MetaTrader' }).click()

  await expect(page.getByRole('dialog')).toContainText('Live')
})

test('the consent is typed word for word, and nothing is sent before', async ({ page, room }) => {
  await openSheet(room)
  await expect(sheet(room)).toContainText('10,214.60')
  await expect(field(room)).toBeFocused()

  await page.keyboard.type(REAL_MONEY.toLowerCase())
  await expect(sheet(room)).toContainText('Not the same from character 1 on.')
  await expect(send(room)).toBeDisabled()
  await page.keyboard.press('Enter')
  await field(room).clear()
  await page.keyboard.type(REAL_MONEY.slice(0, -1))
  await expect(sheet(room)).toContainText('Right so far, 1 character to go.')
  await expect(send(room)).toBeDisabled()
  expect(await violations(page)).toEqual([])
  await room.picture('consent')
  expect(await commands(room)).toEqual([])

  await page.keyboard.type(REAL_MONEY.slice(-1))
  await expect(send(room)).toBeEnabled()
  await page.keyboard.press('Enter')

  await expect(sheet(room)).toHaveCount(0)
  expect(await commands(room)).toEqual([
    { kind: 'giveConsent', terminal: 'training-ground', typed: REAL_MONEY },
  ])
})

test('the consent is not taken from the clipboard', async ({ page, room }) => {
  await openSheet(room)

  await page.evaluate(text => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(paste)
    if (!paste.defaultPrevented) throw new Error('the paste was taken')
  }, REAL_MONEY)

  await expect(field(room)).toHaveValue('')
  await expect(sheet(room)).toContainText('Typed, not pasted')
})

test('a refused consent says why in its own place, and keeps what was typed', async ({ page, room }) => {
  const text = 'Live accounts stay locked until the checklist in docs/unverified.md has been passed.'
  await openSheet(room)
  await page.evaluate(answer => (window.fakeEngine.commandAnswer = answer), {
    is: 'refused',
    code: 'LIVE_LOCKED',
    text,
  } as const)

  await page.keyboard.type(REAL_MONEY)
  await page.keyboard.press('Enter')

  await expect(sheet(room).getByRole('alert')).toHaveText(text)
  await expect(field(room)).toHaveValue(REAL_MONEY)
})

test('the sheet is left by Escape, which consents to nothing and gives the focus back', async ({
  page,
  room,
}) => {
  await openSheet(room)
  await page.keyboard.type(REAL_MONEY)

  await page.keyboard.press('Escape')

  await expect(sheet(room)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Give consent' })).toBeFocused()
  expect(await commands(room)).toEqual([])
})

test('once the consent is given it is not asked for any more', async ({ page, room }) => {
  await room.open({ view: consentRoom })

  await room.patch({ rev: 2, fire: aFire({ consents: [] }) })

  await expect(page.getByRole('button', { name: 'Give consent' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'What holds fire' })).toContainText('Nothing holds fire.')
})

test('a practice account asks for no consent', async ({ page, room }) => {
  await room.open({ view: busyRoom })

  await expect(page.getByRole('button', { name: 'Give consent' })).toHaveCount(0)
})
