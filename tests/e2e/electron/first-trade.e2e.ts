/** From a simulated tick to a closed trade, in the real app: the walk through the whole house. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/desktop-app.ts'
import { TRIGGER } from '../support/war-room.ts'

const SEED = 7
const PICTURES = 'test-results/desktop'

const trigger = (page: Page) => page.getByRole('button', { name: TRIGGER })
const openTrades = (page: Page) => page.getByRole('list', { name: 'Open trades' }).getByRole('listitem')
const wall = (page: Page) => page.getByRole('region', { name: 'Kill wall' }).getByRole('listitem')
const speed = (page: Page, text: string) =>
  page
    .getByRole('group', { name: 'Speed of simulated time' })
    .getByRole('button', { name: text, exact: true })

/** Waits for a mission and holds its trigger until the shot is away. A mission may run out first: then the next one. */
async function fireTheNextMission(page: Page): Promise<void> {
  await expect(async () => {
    await expect(trigger(page)).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 })
    await trigger(page).hover({ timeout: 1_000 })
    await page.mouse.down()
    await page.screenshot({ path: `${PICTURES}/1-trigger-held.png` })
    await page.waitForTimeout(1_000)
    await page.mouse.up()
    await expect(openTrades(page)).toHaveCount(1, { timeout: 10_000 })
  }).toPass({ timeout: 150_000 })
}

test('a mission is fired by holding, filled with a ticket, closed, and pays XP', async ({ desktop }) => {
  const { page } = await desktop.start(`--seed=${SEED}`, '--speed=600')
  await expect(page.getByRole('banner')).toContainText('Training ground')
  await expect(page.getByRole('contentinfo')).toContainText('Armed', { timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Market board' })).toContainText('15 of 15 pairs quoted')

  await fireTheNextMission(page)
  await page.screenshot({ path: `${PICTURES}/2-trade-open.png` })
  await expect(openTrades(page)).toContainText(/Stop \d/)
  await expect(openTrades(page)).toContainText(/Target \d/)

  await speed(page, 'Max').click()
  await expect(wall(page).first()).toBeVisible({ timeout: 90_000 })
  await speed(page, '1×').click()
  await expect(wall(page).first()).toContainText(/deal [1-9]\d* → [1-9]\d*/)
  await expect(page.getByRole('list', { name: 'Experience' }).getByRole('listitem').first()).toContainText(
    'XP',
  )
  await expect(page.getByRole('region', { name: 'Equity of closed trades' })).toContainText('n 1')
  await page.screenshot({ path: `${PICTURES}/3-trade-closed.png` })
})

test('a trade survives a power cut: one position, found again by its ticket', async ({ desktop }) => {
  const { page } = await desktop.start(`--seed=${SEED}`, '--speed=600')
  await fireTheNextMission(page)
  await speed(page, '1×').click()
  const ticket = await openTrades(page).getAttribute('data-position')
  await expect(page.getByRole('group', { name: 'Speed of simulated time' })).toContainText('1×')
  await page.waitForTimeout(2_000)

  await desktop.cut()
  const again = await desktop.start(`--seed=${SEED}`, '--speed=1')

  await expect(again.page.getByRole('contentinfo')).toContainText('Armed', { timeout: 60_000 })
  await expect(openTrades(again.page)).toHaveCount(1)
  await expect(openTrades(again.page)).toHaveAttribute('data-position', ticket ?? '')
  await again.page.screenshot({ path: `${PICTURES}/4-after-power-cut.png` })
})
