/** The walk through the whole house, from a mission to a closed trade. */
import type { Page } from '@playwright/test'
import { expect } from './desktop-app.ts'
import { fireTheNextMission, openTrades, wall } from './first-shot.ts'
import type { Floor } from './trading-floors.ts'

export async function isReady(page: Page, pairs: number): Promise<void> {
  await expect(page.getByRole('banner')).toContainText('Training ground', { timeout: 60_000 })
  await expect(page.getByRole('contentinfo')).toContainText('Armed', { timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Market board' })).toContainText(
    `${pairs} of 15 pairs quoted`,
    { timeout: 90_000 },
  )
}

export async function tradeOnce(
  page: Page,
  floor: Pick<Floor, 'patienceMs' | 'hurry' | 'calm'>,
  pictures: string,
): Promise<void> {
  await fireTheNextMission(page, pictures, floor.patienceMs)
  await expect(page.getByRole('region', { name: 'Chart', exact: true }).getByRole('img')).toBeVisible()
  await page.screenshot({ path: `${pictures}/2-trade-open.png` })
  await expect(openTrades(page)).toContainText(/Stop \d/)
  await expect(openTrades(page)).toContainText(/Target \d/)

  await floor.hurry(page)
  await expect(wall(page).first()).toBeVisible({ timeout: 90_000 })
  await floor.calm(page)
  await expect(wall(page).first()).toContainText(/deal [1-9]\d* → [1-9]\d*/)
  await expect(page.getByRole('list', { name: 'Experience' }).getByRole('listitem').first()).toContainText(
    'XP',
  )
  await expect(page.getByRole('region', { name: 'Equity of closed trades' })).toContainText('n 1')
  await page.screenshot({ path: `${pictures}/3-trade-closed.png` })
}
