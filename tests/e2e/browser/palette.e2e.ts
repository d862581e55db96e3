/** The palette: what it lists, what it finds, and where it takes a person. */
import { violations } from '../support/axe.ts'
import { ask, field, here, options, palette, take } from '../support/palette.ts'
import { busyRoom, contestRoom, liveRoom, twoTerminals } from '../support/rooms.ts'
import { OTHER, aLink } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const HOLD_MS = 900
const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)

test('Control K opens it, letters narrow it down, Enter goes to the page', async ({ page, room }) => {
  await room.open()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await room.picture('palette')
  const all = await options(page).count()
  await page.keyboard.type('debr')

  await expect(options(page).first()).toHaveText(/^Go to Debrief/)
  expect(await options(page).count()).toBeLessThan(all)
  await room.picture('palette-found')
  await page.keyboard.press('Enter')

  await expect(palette(page)).toHaveCount(0)
  await expect(here(page)).toHaveText('Debrief')
})

test('the hint on the rail opens it, and Escape gives the focus back', async ({ page, room }) => {
  await room.open()
  const hint = page.getByRole('button', { name: 'Commands, Ctrl K' })
  await expect(hint).toBeVisible()
  await hint.click()
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')

  await expect(palette(page)).toHaveCount(0)
  await expect(hint).toBeFocused()
  await room.trigger.focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(room.trigger).toBeFocused()
})

test('Enter does nothing before anything is typed or chosen, and where nothing fits', async ({
  page,
  room,
}) => {
  await room.open()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
  await page.keyboard.type('xyzzy')

  await expect(palette(page).getByRole('status')).toHaveText('No command is called that. Enter does nothing.')
  await expect(options(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
  expect(await violations(page)).toEqual([])
  expect(await commands(room)).toEqual([])
})

test('arrows go through the list and around its ends, and say which one is lit', async ({ page, room }) => {
  await room.open()
  await page.keyboard.press('Control+k')
  const lit = page.locator('[role=option][aria-selected=true]')
  await expect(lit).toHaveCount(0)

  await page.keyboard.press('ArrowUp')
  await expect(lit).toHaveText(/^Copy what this program is/)
  await expect(lit).toBeInViewport()
  expect(await field(page).getAttribute('aria-activedescendant')).toBe(await lit.getAttribute('id'))
  await page.keyboard.press('ArrowDown')
  await expect(lit).toHaveText(/^To the mission/)
})

test('what is lit stays lit when the market changes the list, and nothing takes its place when it goes', async ({
  page,
  room,
}) => {
  await room.open()
  await ask(page, 'gbpusd')
  const lit = page.locator('[role=option][aria-selected=true]')
  await expect(lit).toHaveText(/^Mission GBPUSD Short/)

  await room.patch({ rev: 2, missions: [...busyRoom.missions].reverse() })
  await expect(lit).toHaveText(/^Mission GBPUSD Short/)
  await room.patch({ rev: 3, missions: busyRoom.missions.slice(0, 1) })
  await expect(lit).toHaveCount(0)
  await page.keyboard.press('Enter')

  await expect(palette(page)).toBeVisible()
})

test('a mission is found by its pair and shown, from any page, and not fired', async ({ page, room }) => {
  await room.open()
  await page.keyboard.press('Alt+2')
  await take(page, 'gbpusd')

  await expect(here(page)).toHaveText('Room')
  const briefing = page.getByRole('article')
  await expect(briefing).toContainText('GBP/USD')
  await expect(briefing).toBeFocused()
  await page.keyboard.down('Enter')
  await page.waitForTimeout(HOLD_MS * 1.3)
  await page.keyboard.up('Enter')
  expect(await commands(room)).toEqual([])
})

test('a trade is found by its pair and has the focus, also of another account', async ({ page, room }) => {
  await room.open({ view: twoTerminals })
  await ask(page, 'eurjpy')
  await expect(options(page)).toHaveCount(1)
  await expect(options(page)).toContainText('Example Markets · 77c1')
  await page.keyboard.press('Enter')

  await expect(page.locator(`[data-control="trade ${OTHER} 88"]`)).toBeFocused()
})

test('costs open as their own sheet, and their button has the focus afterwards', async ({ page, room }) => {
  await room.open()
  await page.keyboard.press('Alt+6')
  await take(page, 'costs')
  await expect(page.getByRole('dialog', { name: 'What execution costs' })).toBeVisible()
  await page.keyboard.press('Escape')

  await expect(page.getByRole('button', { name: 'What execution costs' })).toBeFocused()
})

test('what was taken before comes first', async ({ page, room }) => {
  await room.open()
  await take(page, 'ghosts')
  await page.keyboard.press('Control+k')

  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText(/Go to Ghosts/)
  await page.keyboard.press('ArrowDown')
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
})

test('a click takes a line too', async ({ page, room }) => {
  await room.open()
  await ask(page, 'log')
  await options(page).first().click()

  await expect(palette(page)).toHaveCount(0)
  await expect(here(page)).toHaveText('Log')
})

test('Escape shuts the palette only, not what is open behind it', async ({ page, room }) => {
  await room.open()
  await page.getByRole('button', { name: 'Change Short GBPJPY' }).click()
  await page.getByRole('button', { name: 'Done with Short GBPJPY' }).focus()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')

  await expect(palette(page)).toHaveCount(0)
  await expect(page.getByRole('group', { name: 'Change Short GBPJPY' })).toBeVisible()
})

for (const [name, view] of Object.entries({ busyRoom, liveRoom, contestRoom, twoTerminals }))
  test(`axe finds nothing in the palette over ${name}, in a small window too`, async ({ page, room }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await room.open({ view })
    await ask(page, '')
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 1024, height: 640 })
    await page.keyboard.press('ArrowDown')
    expect(await violations(page)).toEqual([])
    await expect(palette(page)).toBeInViewport({ ratio: 0.99 })
    await room.picture(`palette-small-${name}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await violations(page)).toEqual([])
    await room.picture(`keys-small-${name}`)
  })

test('it is there before the first picture, with what needs none', async ({ page, room }) => {
  await room.open({ view: { is: 'failed', code: 'CORRUPT', text: 'The ledger can’t be read.' } })
  await ask(page, 'cancel')
  await expect(options(page).first()).toContainText('The ledger can’t be read.')
  await page.keyboard.press('Escape')
  await take(page, 'flatten')

  await expect(page.getByRole('button', { name: 'Flatten', exact: true })).toBeFocused()
})

test('the market’s beat moves nothing while the palette is open', async ({ page, room }) => {
  await room.open()
  await ask(page, 'go')
  const before = await palette(page).boundingBox()
  await room.patch({ rev: 2, links: [aLink({ ticks: 184_500 })] })
  await page.keyboard.type(' to deb')

  expect(await palette(page).boundingBox()).toEqual(before)
})
