/** A change of a setting that was typed and not sent: what becomes of it when the page is left. */
import type { Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { fullHouse } from '../support/full-house.ts'
import { realSettings } from '../support/real-settings.ts'
import { expect, test } from '../support/war-room.ts'

const row = (page: Page, key: string) => page.locator(`[data-setting="${key}"]`)
/** Letters and digits are for the field while one is written in. */
const goTo = (page: Page, word: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: word, exact: true }).click()
const unsent = (page: Page) => page.getByText(/^Not sent yet, and not in force: /)

test('it waits where it was typed, is said at the top, and is sent or left from there', async ({
  page,
  room,
}) => {
  const real = realSettings()
  await room.open(fullHouse)
  await real.behind(page)
  await goTo(page, 'Settings')
  const risk = row(page, 'riskPct')
  const trades = row(page, 'limits.openTrades')
  await expect(unsent(page)).toHaveCount(0)
  await risk.getByLabel('Risk of one trade').fill('0.5')
  await trades.getByLabel('Open trades').fill('9')
  await expect(unsent(page)).toHaveText('Not sent yet, and not in force: Risk of one trade, Open trades.')

  await goTo(page, 'Room')
  await expect(risk).toHaveCount(0)
  await goTo(page, 'Settings')
  await expect(risk.getByLabel('Risk of one trade')).toHaveValue('0.5')
  await expect(risk).toContainText('1 % → 0.5 %')
  await expect(trades).toContainText('Out of its range')
  await expect(unsent(page)).toBeVisible()
  expect(real.desk.now().revision).toBe(1)
  expect(await violations(page)).toEqual([])
  await room.picture('settings-unsent')

  await risk.getByRole('button', { name: 'Change it' }).click()
  await expect(unsent(page)).toHaveText('Not sent yet, and not in force: Open trades.')
  expect(real.desk.now().settings.riskPct).toBe(0.5)
  await trades.getByRole('button', { name: 'Leave it' }).click()
  await expect(unsent(page)).toHaveCount(0)
  await goTo(page, 'Room')
  await goTo(page, 'Settings')
  await expect(trades.getByLabel('Open trades')).toHaveValue('')
  await expect(unsent(page)).toHaveCount(0)
  real.remove()
})

test('changed elsewhere meanwhile to the same it is no change any more', async ({ page, room }) => {
  const real = realSettings()
  await room.open(fullHouse)
  await real.behind(page)
  await goTo(page, 'Settings')
  await row(page, 'riskPct').getByLabel('Risk of one trade').fill('0.5')
  await goTo(page, 'Room')
  await real.desk.change({ seen: 1, change: { riskPct: 0.5 }, typed: null }, 'cli')
  await goTo(page, 'Settings')
  await expect(row(page, 'riskPct').getByLabel('Risk of one trade')).toHaveValue('0.5')
  await expect(unsent(page)).toHaveCount(0)
  real.remove()
})
