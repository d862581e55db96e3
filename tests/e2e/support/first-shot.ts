/** Firing on the training ground as a person does: waits for a mission and holds its trigger. */
import type { Page } from '@playwright/test'
import { expect } from './desktop-app.ts'
import { TRIGGER } from './war-room.ts'

export const trigger = (page: Page) => page.getByRole('button', { name: TRIGGER })
export const openTrades = (page: Page) =>
  page.getByRole('list', { name: 'Open trades' }).locator('[data-position]')
export const wall = (page: Page) => page.getByRole('region', { name: 'Kill wall' }).getByRole('listitem')
export const speed = (page: Page, text: string) =>
  page
    .getByRole('group', { name: 'Speed of simulated time' })
    .getByRole('button', { name: text, exact: true })

/** Waits for a mission and holds its trigger until the shot is away. A mission may run out first: then the next one. */
export async function fireTheNextMission(page: Page, pictures: string, patienceMs = 60_000): Promise<void> {
  await expect(async () => {
    await expect(trigger(page)).toHaveAttribute('aria-disabled', 'false', { timeout: patienceMs })
    await trigger(page).hover({ timeout: 1_000 })
    await page.mouse.down()
    await page.screenshot({ path: `${pictures}/1-trigger-held.png` })
    await page.waitForTimeout(1_000)
    await page.mouse.up()
    await expect(openTrades(page)).toHaveCount(1, { timeout: 10_000 })
  }).toPass({ timeout: patienceMs + 90_000 })
}
