/** A key for everything: what may act at once, and what only shows its own button. */
import type { Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { ask, here, options, palette, take } from '../support/palette.ts'
import { busyRoom, consentRoom, quietRoom } from '../support/rooms.ts'
import { aFire } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const HOLD_MS = 900
const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const keys = (page: Page) => page.getByRole('dialog', { name: 'Keys' })

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
  await page.keyboard.press('Space')

  await expect(page.getByRole('dialog', { name: 'Switch AUTO on?' })).toBeVisible()
  expect(await commands(room)).toEqual([])
})

test('the consent for real money is only shown', async ({ page, room }) => {
  await room.open({ view: consentRoom })
  await take(page, 'consent')

  await expect(page.getByRole('button', { name: 'Give consent' })).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('pages have Alt and a digit; where text is written only PAUSE and SAFE are taken', async ({
  page,
  room,
}) => {
  await room.open()
  await page.keyboard.press('Alt+3')
  await expect(here(page)).toHaveText('Campaign')
  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: 'Decline' }).click()
  const reason = page.getByLabel('Another reason')
  await reason.focus()
  for (const key of ['Alt+3', 'Alt+c', 'Control+k', 'F1', '?']) await page.keyboard.press(key)

  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(here(page)).toHaveText('Room')
  await expect(reason).toHaveValue(/\?$/)
  expect(await commands(room)).toEqual([])
  for (const key of ['Alt+p', 'Alt+s']) {
    await reason.focus()
    await page.keyboard.press(key)
  }
  await expect(reason).toHaveValue(/\?$/)
  expect(await commands(room)).toEqual([{ kind: 'pause' }, { kind: 'setSelector', selector: 'SAFE' }])
})

test('what the desk said to a key over an open sheet is read in front of the sheet', async ({
  page,
  room,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await room.open({ commandAnswer: { is: 'refused', code: 'ENGINE_DOWN', text: 'The engine is down.' } })
  await page.getByRole('radio', { name: 'Auto' }).click()
  await page.keyboard.press('Alt+p')
  const words = page.getByText('The engine is down.')
  await expect(words).toBeVisible()
  await page.waitForTimeout(100)
  await room.picture('pause-over-a-sheet')
  const overSheet = await words.screenshot()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  expect(overSheet.equals(await words.screenshot())).toBe(true)
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
      /^Flatten For 0.9 seconds.*F, held$/,
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
