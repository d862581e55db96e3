/** One walk of a newcomer through the real app; every picture of the guide is taken on the way, in this order. */
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../e2e/support/desktop-app.ts'
import { fireTheNextMission, openTrades, speed, trigger, wall } from '../e2e/support/first-shot.ts'
import { isReady } from '../e2e/support/first-trade.ts'

const DOCS = path.resolve(import.meta.dirname, '../../docs/pictures')
const GUIDE = path.join(DOCS, 'user-guide')

const settled = (page: Page) =>
  page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect?.getComputedTiming().iterations === Infinity),
  )

/** The whole window, or as much of a part as is seen of it above the foot. */
async function take(what: Page | Locator, folder: string, name: string): Promise<void> {
  const page = 'page' in what ? what.page() : what
  await quiet(page)
  await settled(page)
  const file = path.join(folder, `${name}.png`)
  if (!('page' in what)) return void (await page.screenshot({ path: file }))
  const box = await what.boundingBox()
  const foot = await page.getByRole('contentinfo').boundingBox()
  if (box === null || foot === null) throw new Error(`There is nothing to take of ${name}.`)
  const isSheet = await what.evaluate(element => element instanceof HTMLDialogElement)
  const height = isSheet ? box.height : Math.min(box.height, foot.y - box.y)
  await page.screenshot({ path: file, clip: { ...box, height } })
}

/** What was reported has been read. */
async function quiet(page: Page): Promise<void> {
  const reports = page.getByRole('log').getByRole('button')
  while ((await reports.count()) > 0) await reports.first().click()
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const choose = (page: Page, selector: string) => page.getByRole('radio', { name: selector }).click()

async function firstSteps(page: Page): Promise<void> {
  const sheet = page.locator('dialog[open]')
  await sheet.getByRole('button', { name: 'Next' }).click()
  await sheet.getByRole('textbox').fill('Viper 7')
  await sheet.getByRole('button', { name: 'Next' }).click()
  await expect(sheet).toContainText('at most, 1 % of the balance')
  await take(sheet, GUIDE, 'first-steps')
  for (const name of ['Next', 'Next', 'To the War Room'])
    await sheet.getByRole('button', { name, exact: true }).click()
}

/** A mission that can be fired, with time standing still. */
async function aimAtNextMission(page: Page): Promise<void> {
  await expect(async () => {
    await press(page, 'Run time').catch(() => undefined)
    await expect(trigger(page)).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 })
    await press(page, 'Pause time')
    await expect(trigger(page)).toHaveAttribute('aria-disabled', 'false', { timeout: 2_000 })
  }).toPass({ timeout: 240_000 })
  await expect(region(page, 'Chart').getByRole('img')).toBeVisible()
  await page.waitForTimeout(1_500)
}

async function wear(page: Page, theme: string, palette: string): Promise<void> {
  await press(page, /^Look:/)
  const sheet = page.getByRole('dialog', { name: 'Look' })
  await sheet.getByRole('button', { name: theme, exact: true }).click()
  await sheet.getByRole('button', { name: palette, exact: true }).click()
  await sheet.getByRole('button', { name: 'Done' }).click()
}

async function theRoom(page: Page): Promise<void> {
  await take(page, GUIDE, 'first-mission')
  await press(page, 'Close the guide')
  await take(page, DOCS, 'war-room')
  await take(region(page, 'Market board'), GUIDE, 'market-board')
  await take(region(page, 'Mission'), GUIDE, 'mission')
  await wear(page, 'Daylight', 'Usual')
  await take(page, DOCS, 'war-room-day')
  await wear(page, 'Night ops', 'Colour-blind safe')
  await take(page, DOCS, 'war-room-colour-blind')
  await wear(page, 'Night ops', 'Usual')
  await choose(page, 'Safe')
  await expect(page.getByText('This shot would be denied')).toBeVisible()
  await take(region(page, 'Mission'), GUIDE, 'denied')
  await choose(page, 'Select')
}

async function theTrade(page: Page): Promise<void> {
  await press(page, 'Run time')
  await fireTheNextMission(page, 'test-results/pictures', 120_000)
  await press(page, 'Pause time')
  await press(page, /^Change (Long|Short)/)
  await expect(openTrades(page)).toContainText(/Target \d/)
  await take(openTrades(page), GUIDE, 'open-trade')
  await press(page, /^Done with/)
  await press(page, 'Run time')
  await speed(page, 'Max').click()
  await expect(wall(page).first()).toBeVisible({ timeout: 120_000 })
  await speed(page, '1×').click()
  await wall(page).getByRole('button').first().click()
  const sheet = page.locator('dialog[open]')
  await expect(sheet).toBeVisible()
  await take(sheet, GUIDE, 'debrief')
  await page.keyboard.press('Escape')
}

async function thePages(page: Page): Promise<void> {
  const main = page.getByRole('main')
  for (const [word, name] of [
    ['Campaign', 'campaign'],
    ['Settings', 'settings'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: word }).click()
    await expect(main.getByRole('heading', { level: 2 }).first()).toBeVisible()
    await page.waitForTimeout(1_000)
    await take(main, GUIDE, name)
  }
  await page.keyboard.press('?')
  await take(page.locator('dialog[open]'), GUIDE, 'keys')
}

test('the guide and the War Room', async ({ desktop }) => {
  desktop.isNewcomer = true
  const { page } = await desktop.start('--seed=7', '--speed=600')
  await firstSteps(page)
  await isReady(page, 15)
  await aimAtNextMission(page)
  await theRoom(page)
  await theTrade(page)
  await thePages(page)
})
