/** The palette, and a key for everything: what may act at once, and what only shows its own button. */
import type { Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { busyRoom, consentRoom, contestRoom, liveRoom, quietRoom, twoTerminals } from '../support/rooms.ts'
import { OTHER, aFire, aLink } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const HOLD_MS = 900
const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' })
const keys = (page: Page) => page.getByRole('dialog', { name: 'Keys' })
const field = (page: Page) => page.getByRole('combobox', { name: 'Command' })
const options = (page: Page) => page.getByRole('option')
const here = (page: Page) => page.getByRole('navigation', { name: 'Screens' }).locator('[aria-current]')

async function ask(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(typed)
}

async function take(page: Page, typed: string): Promise<void> {
  await ask(page, typed)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
}

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

test('PAUSE acts at once and tells what the desk said, and so does SAFE', async ({ page, room }) => {
  await room.open({ commandAnswer: { is: 'done', text: 'Paused. Nothing new is fired.' } })

  await take(page, 'pause')
  await expect(page.getByRole('log')).toContainText('Paused. Nothing new is fired.')
  await take(page, 'safe')

  await expect
    .poll(() => commands(room))
    .toEqual([{ kind: 'pause' }, { kind: 'setSelector', selector: 'SAFE' }])
})

test('a refused PAUSE is told as a problem', async ({ page, room }) => {
  await room.open({ commandAnswer: { is: 'refused', code: 'ENGINE_DOWN', text: 'The engine is down.' } })

  await page.keyboard.press('Alt+p')

  await expect(page.locator('[data-level=error]')).toContainText('The engine is down.')
})

test('FLATTEN is only shown: its button has the focus, and must be held', async ({ page, room }) => {
  await room.open()
  await ask(page, 'flatten')
  await page.keyboard.down('Enter')
  const button = page.getByRole('button', { name: 'Flatten', exact: true })
  await expect(button).toBeFocused()
  await expect(page.getByRole('log')).toContainText('Flatten: nothing is done yet.')
  for (let repeat = 0; repeat < 8; repeat += 1) {
    await page.waitForTimeout(HOLD_MS / 5)
    await page.keyboard.down('Enter')
  }
  await page.keyboard.up('Enter')
  expect(await commands(room)).toEqual([])

  await page.keyboard.down('Enter')
  await page.waitForTimeout(HOLD_MS * 1.3)
  await page.keyboard.up('Enter')
  expect(await commands(room)).toEqual([{ kind: 'flattenAll' }])
})

for (const [typed, role, name] of [
  ['cancel', 'button', 'Cancel'],
  ['resume', 'button', 'Resume'],
  ['selector select', 'radio', 'Select'],
  ['selector auto', 'radio', 'Auto'],
] as const)
  test(`an Enter that is held on “${typed}” shows ${name} and does not press it`, async ({ page, room }) => {
    await room.open({ view: { ...busyRoom, fire: aFire({ paused: true, selector: 'SAFE' }) } })
    await ask(page, typed)
    for (let repeat = 0; repeat < 6; repeat += 1) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')

    await expect(page.getByRole(role, { name, exact: true })).toBeFocused()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(await commands(room)).toEqual([])
  })

test('AUTO from the palette asks with its bounds as it does on its switch', async ({ page, room }) => {
  await room.open()
  await take(page, 'auto')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('dialog', { name: 'Switch AUTO on?' })).toBeVisible()
  expect(await commands(room)).toEqual([])
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

test('the consent for real money is only shown', async ({ page, room }) => {
  await room.open({ view: consentRoom })
  await take(page, 'consent')

  await expect(page.getByRole('button', { name: 'Give consent' })).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('what is not possible now says why, and Enter leaves it alone', async ({ page, room }) => {
  await room.open({ view: quietRoom })
  await ask(page, 'resume')

  await expect(options(page).first()).toHaveAttribute('aria-disabled', 'true')
  await expect(options(page).first()).toContainText('Nothing is paused.')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+r')

  await expect(page.locator('[data-level=info]')).toContainText('Resume: Nothing is paused.')
  expect(await commands(room)).toEqual([])
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

test('pages have Alt and a digit, and no key is taken where text is written', async ({ page, room }) => {
  await room.open()
  await page.keyboard.press('Alt+3')
  await expect(here(page)).toHaveText('Campaign')
  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: 'Decline' }).click()
  const reason = page.getByLabel('Another reason')
  await reason.focus()
  for (const key of ['Alt+p', 'Alt+s', 'Alt+3', 'Control+k', 'F1', '?']) await page.keyboard.press(key)

  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(here(page)).toHaveText('Room')
  await expect(reason).toHaveValue(/\?$/)
  expect(await commands(room)).toEqual([])
})

test('over an open sheet only PAUSE and SAFE have their keys', async ({ page, room }) => {
  await room.open()
  await page.getByRole('radio', { name: 'Auto' }).click()
  for (const key of ['Alt+3', 'Control+k', '?', 'Alt+c', 'Alt+p', 'Alt+s']) await page.keyboard.press(key)

  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(here(page)).toHaveText('Room')
  expect(await commands(room)).toEqual([{ kind: 'pause' }, { kind: 'setSelector', selector: 'SAFE' }])
})

for (const key of ['?', 'F1'])
  test(`${key} lists every key, in groups`, async ({ page, room }) => {
    await room.open()
    await page.keyboard.press(key)
    const lines = keys(page).locator('dl > div')

    for (const line of [
      /^Pause.*Alt P$/,
      /^Flatten.*F, held$/,
      /^Go to Debrief.*Alt 2$/,
      /^Commands.*Ctrl K$/,
      /^All keys.*\?.*F1$/,
    ])
      await expect(lines.filter({ hasText: line })).toHaveCount(1)
    expect(await violations(page)).toEqual([])
    await room.picture('keys')
    await page.keyboard.press('Escape')
    await expect(keys(page)).toHaveCount(0)
  })

test('the sheet of keys opens from the palette and stays open', async ({ page, room }) => {
  await room.open()
  await room.trigger.focus()
  await take(page, 'all keys')

  await expect(keys(page)).toBeVisible()
  await page.waitForTimeout(100)
  await expect(keys(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(room.trigger).toBeFocused()
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
