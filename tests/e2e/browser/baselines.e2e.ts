/**
 * Every screen as it was looked at and found good. A picture that differs is either a fault or a change that somebody has to look at:
 * `npx playwright test --project=browser baselines --update-snapshots`, and the pictures that changed go into the same commit.
 */
import type { Page } from '@playwright/test'
import { fullHouse } from '../support/full-house.ts'
import { demoRoom, heldRoom, liveRoom, lostRoom, quietRoom, unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'
import drawnBy from '../baselines/drawn-by.json' with { type: 'json' }

const NOON = new Date('2026-01-01T12:00:00Z')
const NOON_AND_ONE = new Date('2026-01-01T12:01:00Z')

test.beforeEach(({ browser }) => {
  const [drawn] = drawnBy.chromium.split('.')
  const [here] = browser.version().split('.')
  test.skip(here !== drawn, `The pictures are of Chromium ${drawn}; ${here} sets text otherwise.`)
})

/** Its clock stands still, so that no countdown is a second further the next time. */
async function open(page: Page, room: WarRoomPage, script: Parameters<WarRoomPage['open']>[0]) {
  await page.setViewportSize({ width: 1024, height: 640 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.clock.install({ time: NOON })
  await room.open(script)
  await page.clock.pauseAt(NOON_AND_ONE)
}

type Heard = { rev: number }

/** Charts come later than their page, and a busy machine draws them later still. An engine that is not heard makes all of it stale. */
async function comeToRest(page: Page, room: WarRoomPage, from: Heard) {
  await page.waitForLoadState('networkidle')
  await expect(async () => {
    await room.patch({ rev: ++from.rev })
    await page.clock.runFor(1_000)
    const before = await page.screenshot()
    await page.waitForTimeout(250)
    await page.clock.runFor(1_000)
    expect(before.equals(await page.screenshot())).toBe(true)
  }).toPass()
}

const ROOMS = { unlinkedRoom, quietRoom, lostRoom, heldRoom, demoRoom, liveRoom }
for (const [name, view] of Object.entries(ROOMS))
  test(`${name} looks as it did`, async ({ page, room }) => {
    await open(page, room, { ...fullHouse, view })
    await comeToRest(page, room, { rev: 1 })
    await expect(page).toHaveScreenshot(`${name}.png`)
  })

test('every page looks as it did', async ({ page, room }) => {
  test.setTimeout(120_000)
  await open(page, room, fullHouse)
  const heard = { rev: 1 }
  for (const door of await page.getByRole('navigation').getByRole('button').all()) {
    const name = (await door.textContent())?.toLowerCase().replaceAll(' ', '-')
    await door.click()
    await comeToRest(page, room, heard)
    await expect.soft(page).toHaveScreenshot(`page-${name}.png`)
  }
})
