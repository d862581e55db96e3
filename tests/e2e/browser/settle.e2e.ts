/** An order that the terminal has no trace of is ended by words that were typed, after a look at MetaTrader. */
import { violations } from '../support/axe.ts'
import { waitingRoom } from '../support/rooms.ts'
import { ulid } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const PHRASE = 'I end sell 0.3 USDCHF without a result'

const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const open = (room: WarRoomPage) => room.page.getByRole('button', { name: 'Settle Short USDCHF' })
const sheet = (room: WarRoomPage) => room.page.getByRole('dialog', { name: 'End an order by hand' })
const field = (room: WarRoomPage) => sheet(room).getByLabel('The words, typed')
const send = (room: WarRoomPage) => sheet(room).getByRole('button', { name: 'End it without a result' })

async function openSheet(room: WarRoomPage): Promise<void> {
  await room.open({ view: waitingRoom })
  await open(room).click()
}

test('only an order that asks for it can be settled', async ({ room }) => {
  await room.open({ view: waitingRoom })

  await expect(room.page.getByRole('button', { name: /^Settle/ })).toHaveCount(1)
})

test('it says which order, where to look first, and what is given up', async ({ page, room }) => {
  await openSheet(room)

  await expect(sheet(room)).toContainText('USDCHF')
  await expect(sheet(room)).toContainText('0.30 lots')
  await expect(sheet(room)).toContainText(ulid(9))
  await expect(sheet(room)).toContainText('The terminal has no trace of it any more')
  await expect(sheet(room).getByRole('listitem')).toContainText(['Trade tab', 'History tab', 'Neither?'])
  await expect(sheet(room)).toContainText('whatever it won or lost is counted nowhere')
  await expect(field(room)).toBeFocused()
  expect(await violations(page)).toEqual([])
  await room.picture('settle')
})

test('it is ended by the words, letter by letter, and nothing is sent before', async ({ page, room }) => {
  await openSheet(room)

  await page.keyboard.type(PHRASE.toLowerCase())
  await expect(send(room)).toBeDisabled()
  await page.keyboard.press('Enter')
  await field(room).clear()
  await page.keyboard.type(PHRASE.slice(0, -1))
  await page.keyboard.press('Enter')
  expect(await commands(room)).toEqual([])
  await page.keyboard.type(PHRASE.slice(-1))
  await page.keyboard.press('Enter')

  await expect(sheet(room)).toHaveCount(0)
  expect(await commands(room)).toEqual([{ kind: 'settleOrder', order: ulid(9), typed: PHRASE }])
})

test('a refusal stands in the sheet, with what was typed', async ({ page, room }) => {
  const text = 'The terminal tells a deal of it now: nothing was ended by hand.'
  await openSheet(room)
  await page.evaluate(value => (window.fakeEngine.commandAnswer = { is: 'refused', code: 'TOO_LATE', text: value }), text) // prettier-ignore

  await page.keyboard.type(PHRASE)
  await page.keyboard.press('Enter')

  await expect(sheet(room).getByRole('alert')).toHaveText(text)
  await expect(field(room)).toHaveValue(PHRASE)
})

test('Escape leaves it open and gives the focus back', async ({ page, room }) => {
  await openSheet(room)
  await page.keyboard.type(PHRASE)

  await page.keyboard.press('Escape')

  await expect(sheet(room)).toHaveCount(0)
  await expect(open(room)).toBeFocused()
  expect(await commands(room)).toEqual([])
})

test('an order whose end has come meanwhile closes its sheet', async ({ room }) => {
  await openSheet(room)

  await room.patch({ rev: 2, orders: [] })

  await expect(sheet(room)).toHaveCount(0)
})

test('in a low window it begins at its beginning', async ({ page, room }) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await openSheet(room)

  await expect(sheet(room).getByText('USDCHF', { exact: true })).toBeInViewport()
  await room.picture('settle-1024')
  await page.keyboard.type('U')
  await expect(field(room)).toBeInViewport()
})
