/** Changing an open trade: a part closed, the stop nearer, the target elsewhere, each with its figures before it is sent. */
import { violations } from '../support/axe.ts'
import { busyRoom, heldRoom } from '../support/rooms.ts'
import { aPosition } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const opener = (room: WarRoomPage) => room.page.getByRole('button', { name: 'Change Short GBPJPY' })
const form = (room: WarRoomPage, name: string) => room.page.getByRole('form', { name, exact: true })
const HELD = { terminal: 'training-ground', position: '700123' }

async function openDrawer(room: WarRoomPage): Promise<void> {
  await room.open()
  await opener(room).click()
}

test('half of a trade is closed, with what it earns and what stays said before', async ({ page, room }) => {
  await openDrawer(room)
  const part = form(room, 'Close a part')
  await expect(part.getByRole('button', { name: 'Close a part' })).toBeDisabled()

  await part.getByRole('button', { name: 'Half' }).click()
  await expect(part).toContainText('now about +23.59 USD')
  await expect(part).toContainText('0.21 stay, at their stop −64.31 USD')
  await part.getByRole('button', { name: 'Close 0.20' }).click()

  await expect(page.getByRole('log')).toContainText('Recorded and sent to the terminal.')
  expect(await commands(room)).toEqual([{ kind: 'closePosition', ...HELD, lots: '0.20' }])
})

test('lots are typed in steps, and what can’t be closed says why', async ({ room }) => {
  await openDrawer(room)
  const part = form(room, 'Close a part')
  const lots = part.getByLabel('Lots to close')

  for (const [typed, sentence] of [
    ['0.205', 'In steps of 0.01 lots.'],
    ['0.41', 'That is all of it: press Close.'],
    ['some', 'A plain number'],
  ] as const) {
    await lots.fill(typed)
    await expect(part).toContainText(sentence)
  }
  await lots.press('Enter')
  expect(await commands(room)).toEqual([])

  await lots.fill('0,11')
  await lots.press('Enter')
  expect(await commands(room)).toEqual([{ kind: 'closePosition', ...HELD, lots: '0.11' }])
})

test('the stop goes to break-even by one button, with what it is worth there', async ({ room }) => {
  await openDrawer(room)
  const stop = form(room, 'Stop nearer')

  await stop.getByRole('button', { name: 'Break-even' }).click()
  await expect(stop).toContainText('ends at about +0.34 USD')
  await expect(stop).toContainText('was −125.55 USD')
  await stop.getByRole('button', { name: 'Move stop' }).click()

  expect(await commands(room)).toEqual([
    { kind: 'modifyPosition', ...HELD, stop: '172.846', target: '172.242' },
  ])
})

test('a stop is only moved nearer, and not into the price', async ({ room }) => {
  await openDrawer(room)
  const stop = form(room, 'Stop nearer')

  await stop.getByLabel('New stop').fill('173.5')
  await expect(stop).toContainText('Not nearer than 173.160')
  await stop.getByLabel('New stop').fill('172.700')
  await expect(stop).toContainText('the broker takes 172.726 at most now')

  await expect(stop.getByRole('button', { name: 'Move stop' })).toBeDisabled()
})

test('break-even can’t be pressed while the price has not left it behind, and says so', async ({
  page,
  room,
}) => {
  await room.open()
  await page.getByRole('button', { name: 'Change Long EURGBP' }).click()

  const breakEven = form(room, 'Stop nearer').getByRole('button', { name: 'Break-even' })

  await expect(breakEven).toBeDisabled()
  await expect(breakEven).toHaveAttribute('title', /has not left break-even behind/)
})

test('the target is moved, and taken away', async ({ room }) => {
  await openDrawer(room)
  const target = form(room, 'Target')

  await target.getByLabel('New target').fill('173')
  await expect(target).toContainText('The price is at 172.716: a target lies beyond it.')
  await target.getByLabel('New target').fill('171.9')
  await expect(target).toContainText('ends at about +379.59 USD')
  await target.getByRole('button', { name: 'Move target' }).click()
  await target.getByRole('button', { name: 'None' }).click()
  await expect(target).toContainText('Only its stop, or you, will close it.')
  await target.getByRole('button', { name: 'Take away' }).click()

  expect(await commands(room)).toEqual([
    { kind: 'modifyPosition', ...HELD, stop: '173.160', target: '171.900' },
    { kind: 'modifyPosition', ...HELD, stop: '173.160', target: null },
  ])
})

test('the refusal of the engine is shown in the form that asked, and goes when something else is typed', async ({
  page,
  room,
}) => {
  const text = 'The stop would be 0.4 pips from the price; the broker wants 1.0.'
  await room.open({ commandAnswer: { is: 'refused', code: 'STOP_TOO_NEAR', text } })
  await opener(room).click()
  const stop = form(room, 'Stop nearer')
  await stop.getByLabel('New stop').fill('172.800')
  await stop.getByLabel('New stop').press('Enter')

  await expect(stop.getByRole('alert')).toHaveText(text)
  await expect(stop.getByRole('button', { name: 'Move stop' })).toBeInViewport({ ratio: 0.99 })
  expect(await violations(page)).toEqual([])
  await room.picture('change-refused')
  await stop.getByLabel('New stop').fill('172.9')

  await expect(stop.getByRole('alert')).toHaveCount(0)
})

test('a drawer is opened, filled, sent and shut by keyboard alone', async ({ page, room }) => {
  await room.open()
  await opener(room).focus()

  await page.keyboard.press('Enter')
  await expect(form(room, 'Close a part').getByLabel('Lots to close')).toBeFocused()
  await page.keyboard.type('0.10')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')

  await expect(opener(room)).toBeFocused()
  await expect(form(room, 'Close a part')).toHaveCount(0)
  expect(await commands(room)).toEqual([{ kind: 'closePosition', ...HELD, lots: '0.10' }])
})

for (const [width, height] of [
  [1440, 900],
  [1024, 640],
] as const)
  test(`an open drawer is seen whole in ${width} × ${height}`, async ({ page, room }) => {
    await page.setViewportSize({ width, height })
    await openDrawer(room)
    await form(room, 'Close a part').getByRole('button', { name: 'Half' }).click()

    await expect(page.getByRole('group', { name: 'Change Short GBPJPY' })).toBeInViewport({ ratio: 0.99 })
    expect(await violations(page)).toEqual([])
    await room.picture(`change-${width}`)
  })

test('changing and closing are never held by a guard', async ({ room }) => {
  await room.open({ view: heldRoom })
  await opener(room).click()
  await form(room, 'Stop nearer').getByRole('button', { name: 'Break-even' }).click()

  await expect(form(room, 'Stop nearer').getByRole('button', { name: 'Move stop' })).toBeEnabled()
})

test('a trade whose symbol has no price can be closed, and says why no more', async ({ page, room }) => {
  await room.open({ view: { ...busyRoom, positions: [aPosition({ now: null, handles: null })] } })

  await opener(room).click()

  await expect(page.getByText('Neither price nor specification of this symbol is known now.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Close Short GBPJPY' })).toBeEnabled()
})
