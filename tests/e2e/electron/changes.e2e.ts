/** An open trade is changed in the real app: its stop nearer, half of it closed, its target taken away. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/desktop-app.ts'
import { fireTheNextMission, openTrades, speed } from '../support/first-shot.ts'

const PICTURES = 'test-results/changes'

const form = (page: Page, name: string) => page.getByRole('form', { name, exact: true })

/** A tenth of the way from the stop to where it was opened. */
function nearer(stop: string, open: string): string {
  const digits = stop.split('.')[1]?.length ?? 0
  return (Number(stop) + (Number(open) - Number(stop)) / 10).toFixed(digits)
}

test('the stop goes nearer, half is closed and the target taken away, each confirmed by the terminal', async ({
  desktop,
}) => {
  const { page } = await desktop.start('--seed=7', '--speed=600')
  await fireTheNextMission(page, PICTURES)
  await speed(page, '1×').click()
  const row = openTrades(page)
  const text = await row.innerText()
  const [open = ''] = /\d+\.\d+(?= →)/.exec(text) ?? []
  const [, stop = ''] = /Stop (\d+\.\d+)/.exec(text) ?? []
  const lots = Number(/^\d+\.\d+$/m.exec(text)?.[0])
  await row.getByRole('button', { name: /^Change/ }).click()

  const stopForm = form(page, 'Stop nearer')
  await stopForm.getByLabel('New stop').fill(nearer(stop, open))
  await expect(stopForm).toContainText('ends at about')
  await page.screenshot({ path: `${PICTURES}/2-stop-typed.png` })
  await stopForm.getByRole('button', { name: 'Move stop' }).click()
  await expect(row).toContainText(`Stop ${nearer(stop, open)}`, { timeout: 20_000 })

  const partForm = form(page, 'Close a part')
  await partForm.getByRole('button', { name: 'Half' }).click()
  const half = Number(await partForm.getByLabel('Lots to close').inputValue())
  await partForm.getByRole('button', { name: /^Close \d/ }).click()
  await expect(row).toContainText((lots - half).toFixed(2), { timeout: 20_000 })

  const targetForm = form(page, 'Target')
  await targetForm.getByRole('button', { name: 'None' }).click()
  await targetForm.getByRole('button', { name: 'Take away' }).click()
  await expect(row).toContainText('no target', { timeout: 20_000 })
  await page.screenshot({ path: `${PICTURES}/3-changed.png` })
})
