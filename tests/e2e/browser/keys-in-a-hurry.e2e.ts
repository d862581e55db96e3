/** Keys as a trader in a hurry presses them: twice, from within a field, with a drawer open behind a sheet. */
import { ask, field, palette, take } from '../support/palette.ts'
import { busyRoom } from '../support/rooms.ts'
import { aFire } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const PAUSE = { kind: 'pause' }
const SAFE = { kind: 'setSelector', selector: 'SAFE' }
const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)

test('an Enter after PAUSE or SAFE undoes neither, and closes no trade', async ({ page, room }) => {
  await room.open({ view: { ...busyRoom, fire: aFire({ paused: true, selector: 'SAFE' }) } })
  for (const key of ['Alt+e', 'Enter', 'Alt+s', 'Enter', 'Enter']) await page.keyboard.press(key)
  expect(await commands(room)).toEqual([{ kind: 'setSelector', selector: 'SELECT' }, SAFE])

  for (const key of ['Alt+r', 'Enter', 'Alt+p', 'Enter', 'Enter']) await page.keyboard.press(key)
  expect((await commands(room)).slice(2)).toEqual([{ kind: 'resume' }, PAUSE])

  await page.getByRole('button', { name: 'Close Short GBPJPY' }).click()
  await expect(page.getByRole('button', { name: 'Close at market' })).toBeFocused()
  await take(page, 'pause')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  expect((await commands(room)).slice(4)).toEqual([PAUSE])
})

test('a second Enter counts once a person can have seen the button', async ({ page, room }) => {
  await room.open({ view: { ...busyRoom, fire: aFire({ paused: true, selector: 'SAFE' }) } })
  await ask(page, 'resume')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  expect(await commands(room)).toEqual([])

  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  expect(await commands(room)).toEqual([{ kind: 'resume' }])
})

test('PAUSE and SAFE act at once in the palette’s field and where a stop is typed', async ({
  page,
  room,
}) => {
  await room.open()
  await ask(page, 'gbp')
  await page.keyboard.press('Alt+p')
  expect(await commands(room)).toEqual([PAUSE])
  await expect(palette(page)).toHaveCount(0)

  await page.getByRole('button', { name: 'Change Short GBPJPY' }).click()
  const stop = page.getByLabel('New stop')
  await stop.fill('173.000')
  await page.keyboard.press('Alt+s')
  await page.keyboard.press('Enter')
  await expect(stop).toHaveValue('173.000')
  expect(await commands(room)).toEqual([PAUSE, SAFE])
})

test('Escape shuts the sheet in front, not the drawer that is typed in behind it', async ({ page, room }) => {
  await room.open()
  await page.getByRole('button', { name: 'Change Short GBPJPY' }).click()
  await page.getByLabel('New stop').fill('173.000')
  await page.getByRole('button', { name: 'Done with Short GBPJPY' }).focus()
  for (const key of ['?', 'Alt+o', 'Alt+l', 'Alt+d']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')

  await expect(page.getByLabel('New stop')).toHaveValue('173.000')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('New stop')).toHaveCount(0)
})
