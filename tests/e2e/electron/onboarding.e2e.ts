/** A newcomer on a fresh folder, at default settings: five steps, a first mission, and its end, in one start of the app. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/desktop-app.ts'
import { speed } from '../support/first-shot.ts'
import { isReady, tradeOnce } from '../support/first-trade.ts'

const PICTURES = 'test-results/desktop'
const TITLES = ['A desk, not a promise', 'Your call-sign', 'What you may lose', 'Where prices come from', 'Your first mission'] // prettier-ignore
const WITHIN_MS = 120_000

const guide = (page: Page) => page.getByRole('region', { name: 'Your first mission' })
const sheet = (page: Page) => page.locator('dialog[open]')

const floor = {
  patienceMs: 120_000,
  hurry: (page: Page) => speed(page, 'Max').click(),
  calm: (page: Page) => speed(page, '1×').click(),
}

async function fiveSteps(page: Page): Promise<void> {
  for (const [at, title] of TITLES.entries()) {
    await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText(title)
    await expect(sheet(page).getByRole('heading', { level: 2 })).toBeFocused()
    if (title === 'Your call-sign') {
      await page.keyboard.press('Tab')
      await page.keyboard.type('Viper 7')
    }
    if (title === 'What you may lose') {
      await expect(sheet(page)).toContainText(/100\.00 USD\s*at most, 1 % of the balance/)
      await sheet(page).getByRole('button', { name: '0.5 %' }).press('Space')
      await expect(sheet(page)).toContainText(/50\.00 USD\s*at most, 0\.5 % of the balance/)
    }
    await page.screenshot({ path: `${PICTURES}/first-step-${at + 1}.png` })
    const onward = at < TITLES.length - 1 ? 'Next' : 'To the War Room'
    await sheet(page).getByRole('button', { name: onward, exact: true }).press('Enter')
  }
}

test('five steps lead to a first mission within two minutes, and on to the end of its trade', async ({
  desktop,
}) => {
  test.setTimeout(480_000)
  desktop.isNewcomer = true
  const { page } = await desktop.start()
  const startedMs = performance.now()

  await fiveSteps(page)
  await expect(sheet(page)).toHaveCount(0)
  await expect(page.locator('[data-mission-state=pending]')).toBeVisible({ timeout: WITHIN_MS })
  const tookMs = performance.now() - startedMs
  console.log(`From the first picture to a training mission: ${Math.round(tookMs / 1_000)} s.`)
  expect(tookMs).toBeLessThan(WITHIN_MS)
  await expect(guide(page)).toContainText('hold Fire')

  await isReady(page, 15)
  await tradeOnce(page, floor, PICTURES)
  await expect(guide(page)).toContainText('Your first trade is over')
  await guide(page).getByRole('button', { name: 'Close the guide' }).click()

  const settings = await readFile(path.join(desktop.dataFolder, 'settings.json'), 'utf8')
  expect(JSON.parse(settings)).toMatchObject({ riskPct: 0.5 })
  const squad = await page.evaluate(() => window.bitten?.ask<'squad'>({ kind: 'squad' }))
  expect(squad).toMatchObject({ value: { me: { callSign: 'Viper 7' } } })

  await page.reload()
  await isReady(page, 15)
  await expect(sheet(page)).toHaveCount(0)
  const kept = await readFile(path.join(desktop.dataFolder, 'window', 'first-steps.json'), 'utf8')
  expect(JSON.parse(kept)).toEqual({ how: 'done' })
})
