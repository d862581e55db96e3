/** Missions decided by keys alone, and what they led to through a power cut and a terminal that dies. */
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, test } from '../support/desktop-app.ts'
import { openTrades, speed, trigger } from '../support/first-shot.ts'

const PICTURES = 'test-results/by-keys'
/** More stops than any page has. */
const MOST_TABS = 60

/** From the mission on, as far as this. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  await page.keyboard.press('Alt+m')
  for (let tab = 0; tab < MOST_TABS; tab++) {
    if (await what.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never came there.')
}

async function missionIsUp(page: Page): Promise<void> {
  await expect(trigger(page)).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 })
}

/** Missions run out: then the next one is declined. */
async function declineByKeys(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Alt+1')
    await missionIsUp(page)
    await tabTo(page, page.getByRole('button', { name: 'Decline', exact: true }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('form', { name: 'Why do you decline?' })).toBeVisible({ timeout: 2_000 })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+6')
    await expect(declined(page).first()).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 150_000 })
}
const declined = (page: Page) =>
  page.getByRole('region', { name: 'Missions log' }).getByRole('listitem').filter({ hasText: 'Declined' })

/** At the market's own pace, so that the trade is open for as long as the test looks at it. */
async function fireByKeys(page: Page): Promise<void> {
  await page.keyboard.press('Alt+1')
  await expect(async () => {
    await speed(page, '600×').click()
    await missionIsUp(page)
    await speed(page, '1×').click()
    await tabTo(page, trigger(page))
    await page.keyboard.down('Space')
    await page.waitForTimeout(1_100)
    await page.keyboard.up('Space')
    await expect(openTrades(page)).toHaveCount(1, { timeout: 10_000 })
  }).toPass({ timeout: 150_000 })
}

/** As a terminal that crashes: its process is gone between two of its beats. */
async function killTerminal(app: ElectronApplication): Promise<void> {
  const terminal = await app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'BITTEN terminal-sim')?.pid,
  )
  expect(terminal).toBeGreaterThan(1)
  process.kill(terminal as number, 'SIGKILL')
}

test('a mission is declined and another one fired by keys; PAUSE outlives a power cut, and the trade a terminal that dies', async ({
  desktop,
}) => {
  test.setTimeout(420_000)
  const { page } = await desktop.start('--seed=7', '--speed=600')
  await declineByKeys(page)
  await fireByKeys(page)
  await page.keyboard.press('Alt+p')
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
  await page.screenshot({ path: `${PICTURES}/1-fired-and-paused.png` })
  await desktop.cut()

  const again = await desktop.start('--seed=7', '--speed=1')
  await expect(again.page.getByRole('contentinfo')).toContainText('Linked', { timeout: 60_000 })
  await expect(again.page.getByRole('button', { name: 'Resume' })).toBeVisible()
  await expect(openTrades(again.page)).toHaveCount(1, { timeout: 60_000 })
  await again.page.keyboard.press('Alt+6')
  await expect(declined(again.page).first()).toBeVisible()
  await again.page.keyboard.press('Alt+1')

  await killTerminal(again.app)
  await expect(again.page.getByRole('contentinfo')).not.toContainText('Linked', { timeout: 30_000 })
  await again.page.screenshot({ path: `${PICTURES}/2-link-lost.png` })
  await expect(again.page.getByRole('contentinfo')).toContainText('Linked', { timeout: 60_000 })
  await expect(openTrades(again.page)).toHaveCount(1)
  await expect(again.page.getByRole('button', { name: 'Resume' })).toBeVisible()
  await again.page.screenshot({ path: `${PICTURES}/3-back.png` })
})
