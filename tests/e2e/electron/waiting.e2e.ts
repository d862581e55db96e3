/** An order that waits, in the real app: placed by holding, listed with its time, taken back, and gone at the broker. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SimulatorState } from '../../../engine/contracts/simulator-state.ts'
import { expect, test, type DesktopApp } from '../support/desktop-app.ts'
import { openTrades, speed } from '../support/first-shot.ts'
import type { Page } from '@playwright/test'

const PICTURES = 'test-results/waiting'

const wait = (page: Page) => page.getByRole('button', { name: /^Wait at / })
const waiting = (page: Page) =>
  page.getByRole('list', { name: 'Waiting at the broker' }).getByRole('listitem')

/** What the simulated broker itself has written down as waiting. */
async function waitingAtTheBroker({ dataFolder }: DesktopApp): Promise<number> {
  const text = await readFile(path.join(dataFolder, 'training-ground.json'), 'utf8')
  return SimulatorState.parse(JSON.parse(text)).broker.waiting.length
}

/** Waits until the price has left an entry behind, and holds the button of its mission. Another mission may have to come first. */
async function placeAnOrder(page: Page): Promise<void> {
  await expect(async () => {
    await speed(page, '600×').click()
    await expect(wait(page)).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 })
    await speed(page, '1×').click()
    await expect(speed(page, '1×')).toHaveAttribute('aria-pressed', 'true', { timeout: 5_000 })
    await wait(page).hover({ timeout: 1_000 })
    await page.mouse.down()
    await page.waitForTimeout(450)
    await page.screenshot({ path: `${PICTURES}/1-held.png` })
    await page.waitForTimeout(700)
    await page.mouse.up()
    await expect(waiting(page)).toHaveCount(1, { timeout: 5_000 })
  }).toPass({ timeout: 150_000 })
}

test('an order that was placed waits at the broker until it is taken back', async ({ desktop }) => {
  const { page } = await desktop.start('--seed=7', '--speed=600')
  await placeAnOrder(page)

  await expect(waiting(page)).toContainText('Waits at')
  await expect(waiting(page).getByRole('timer')).toHaveText(/^\d\d:\d\d$/)
  await expect.poll(() => waitingAtTheBroker(desktop)).toBe(1)
  await page.screenshot({ path: `${PICTURES}/2-waits.png` })

  await waiting(page).getByRole('button', { name: 'Cancel' }).click()

  await expect(waiting(page)).toHaveCount(0, { timeout: 10_000 })
  await expect.poll(() => waitingAtTheBroker(desktop), { timeout: 10_000 }).toBe(0)
  await expect(openTrades(page)).toHaveCount(0)
  await page.screenshot({ path: `${PICTURES}/3-taken-back.png` })
})
