/** To whom the first steps show themselves, and what they say of a start that has no training ground. */
import type { Page } from '@playwright/test'
import type { WarRoomView } from '../../../engine/contracts/views.ts'
import { violations } from '../support/axe.ts'
import { fullHouse } from '../support/full-house.ts'
import { contestRoom, demoRoom, liveRoom, quietRoom, unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'

const sheet = (page: Page) => page.locator('dialog[open]')
const heading = (page: Page) => sheet(page).getByRole('heading', { level: 2 })
const FIRST = 'A desk, not a promise'
const next = (page: Page) => sheet(page).getByRole('button', { name: 'Next', exact: true }).press('Enter')

for (const [name, view] of Object.entries({ demo: demoRoom, contest: contestRoom, live: liveRoom }))
  test(`say to nobody that it is all made up who has a ${name} account linked`, async ({ page, room }) => {
    await room.open({ ...fullHouse, view, firstSteps: 'due' })
    await expect(page.getByRole('banner')).toContainText(/Demo|Contest|Live/)
    await expect(sheet(page)).toHaveCount(0)

    await page.evaluate(next => {
      window.fakeEngine.view = next
    }, quietRoom)
    await room.patch({ rev: 1_000 })
    await expect(heading(page)).toHaveText(FIRST)
  })

for (const [name, view] of Object.entries({ 'made-up money': quietRoom, 'nothing at all': unlinkedRoom }))
  test(`come over ${name}, and leave when other money is linked beside it`, async ({ page, room }) => {
    await room.open({ ...fullHouse, view, firstSteps: 'due' })
    await expect(heading(page)).toHaveText(FIRST)
    await room.patch({ rev: view.rev + 1, stake: 'demo' })
    await expect(sheet(page)).toHaveCount(0)
  })

const UNLINKED: WarRoomView = { ...unlinkedRoom, fire: quietRoom.fire }

test('without a training ground they promise none, on any step or in the guide', async ({ page, room }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await room.open({ ...fullHouse, view: UNLINKED, firstSteps: 'due', training: false })
  await expect(sheet(page)).toContainText('This start has no training ground')
  await expect(sheet(page)).not.toContainText(/made up|made-up/)
  expect(await violations(page)).toEqual([])
  await room.picture('first-steps-alone-1')

  for (let step = 0; step < 3; step += 1) await next(page)
  await expect(heading(page)).toHaveText('Where prices come from')
  await expect(sheet(page)).toContainText('This start has no training ground')
  await expect(sheet(page).getByRole('group', { name: 'Source of prices' }).getByRole('button')).toHaveText([
    /^MetaTrader 5.*there are no prices/,
  ])
  expect(await violations(page)).toEqual([])
  await room.picture('first-steps-alone-4')

  await next(page)
  await sheet(page).getByRole('button', { name: 'To the War Room', exact: true }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Connect MetaTrader 5' })).toBeVisible()
  await page.keyboard.press('Escape')
  const guide = page.getByRole('region', { name: 'Your first mission' })
  await expect(guide).toContainText('No terminal is linked.')
  await expect(guide).not.toContainText(/training/i)
})
