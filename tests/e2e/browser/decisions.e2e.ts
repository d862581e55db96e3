import { aLink, aMissionView, ulid } from '../support/view-parts.ts'
import { busyRoom, demoRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const controls = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.controls)

test('a mission is declined with one of the usual reasons', async ({ page, room }) => {
  await room.open()

  await page.getByRole('button', { name: 'Decline' }).click()
  await page.getByRole('button', { name: 'News ahead' }).click()

  expect(await commands(room)).toEqual([{ kind: 'declineMission', mission: ulid(1), reason: 'News ahead' }])
})

test('a mission is declined with a reason of one’s own, and never without one', async ({ page, room }) => {
  await room.open()
  await page.getByRole('button', { name: 'Decline' }).click()
  const form = page.getByRole('form', { name: 'Why do you decline?' })

  await form.getByRole('button', { name: 'Decline' }).click()
  expect(await commands(room)).toEqual([])
  await form.getByLabel('Another reason').fill('  Tokyo holiday ')
  await form.getByLabel('Another reason').press('Enter')

  expect(await commands(room)).toMatchObject([{ kind: 'declineMission', reason: 'Tokyo holiday' }])
})

test('Escape keeps the mission', async ({ page, room }) => {
  await room.open()
  await page.getByRole('button', { name: 'Decline' }).click()
  await page.keyboard.press('Escape')

  await expect(room.trigger).toBeVisible()
  expect(await commands(room)).toEqual([])
})

test('a mission waiting behind the first is picked by its ticket', async ({ page, room }) => {
  await room.open()

  await page
    .getByRole('list', { name: 'Missions' })
    .getByRole('button', { name: /GBPUSD/ })
    .click()

  await expect(page.getByRole('article')).toContainText('GBP/USD')

  await page.evaluate(() => window.fakeEngine.showPage('campaign'))
  await expect(page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Campaign' })).toHaveAttribute('aria-current', 'page') // prettier-ignore
})

test('a mission is brought up when its notification is clicked', async ({ page, room }) => {
  await room.open()

  await page.evaluate(mission => window.fakeEngine.showMission(mission), ulid(2))

  await expect(page.getByRole('article')).toContainText('GBP/USD')
})

test('a fired mission shows the state of its order instead of the trigger', async ({ page, room }) => {
  await room.open({
    view: { ...busyRoom, missions: [aMissionView({ state: 'fired', orderState: 'sent', shot: null })] },
  })

  await expect(room.trigger).toHaveCount(0)
  await expect(page.getByRole('article')).toContainText('Fired')
  await expect(page.getByRole('article')).toContainText('Sent')
})

test('a trade of ours is closed by two presses', async ({ page, room }) => {
  await room.open()

  await page.getByRole('button', { name: 'Close Short GBPJPY' }).click()
  expect(await commands(room)).toEqual([])
  await page.getByRole('button', { name: 'Close at market' }).click()

  expect(await commands(room)).toEqual([
    { kind: 'closePosition', terminal: 'training-ground', position: '700123' },
  ])
})

test('a trade that is not ours has no button', async ({ page, room }) => {
  await room.open()
  const row = page.getByRole('listitem').filter({ hasText: 'XAUUSD' })

  await expect(row).toContainText('Not ours')
  await expect(row.getByRole('button')).toHaveCount(0)
})

test('a winner hangs as a kill card and a loser as a debrief', async ({ page, room }) => {
  await room.open()
  const wall = page.getByRole('region', { name: 'Kill wall' }).getByRole('listitem')

  await expect(wall.filter({ hasText: 'EURUSD' })).toContainText('Kill confirmed')
  await expect(wall.filter({ hasText: 'USDCAD' })).toContainText('Debrief')
  await expect(wall.filter({ hasText: 'USDCAD' })).toContainText('−1.02 R')
})

test('the training ground’s time is set, paused and run', async ({ page, room }) => {
  await room.open()
  const time = page.getByRole('group', { name: 'Speed of simulated time' })
  await expect(time.getByRole('button', { name: '60×' })).toHaveAttribute('aria-pressed', 'true')

  await time.getByRole('button', { name: 'Max' }).click()
  await time.getByRole('button', { name: 'Pause time' }).click()
  await room.patch({ rev: 2, links: [aLink({ simulation: { speed: 0, paused: true } })] })
  await time.getByRole('button', { name: 'Run time' }).click()

  expect(await controls(room)).toEqual([{ kind: 'speed', speed: 0 }, { kind: 'pause' }, { kind: 'play' }])
})

test('there is no speed of time outside the training ground', async ({ page, room }) => {
  await room.open({ view: demoRoom })

  await expect(page.getByRole('group', { name: 'Speed of simulated time' })).toHaveCount(0)
  await expect(page.getByRole('banner')).toContainText('Demo account')
})

test('the selector is turned by keyboard, and moving along it turns nothing', async ({ page, room }) => {
  await room.open()
  await page.getByRole('radio', { name: 'Select' }).focus()

  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('radio', { name: 'Safe' })).toBeFocused()
  expect(await commands(room)).toEqual([])
  await page.keyboard.press('Enter')

  expect(await commands(room)).toEqual([{ kind: 'setSelector', selector: 'SAFE' }])
})

test('pausing is one press, flattening must be held', async ({ page, room }) => {
  await room.open()

  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByRole('button', { name: 'Flatten' }).click()
  expect(await commands(room)).toEqual([{ kind: 'pause' }])
  await page.getByRole('button', { name: 'Flatten' }).hover()
  await page.mouse.down()

  await expect.poll(() => commands(room)).toEqual([{ kind: 'pause' }, { kind: 'flattenAll' }])
})

test('a mission shows its shield and its timer line by line, with what counts nothing marked', async ({
  page,
  room,
}) => {
  await room.open()
  const article = page.getByRole('article')
  await expect(article).toContainText('7.58 of 10 Active 75 % of the risk')

  await page.locator('summary', { hasText: 'Shield' }).click()
  await page.locator('summary', { hasText: 'Timer' }).click()

  const line = (name: string) => article.getByRole('row', { name })
  await expect(line('News 1.62 / 2.00')).toBeVisible()
  await expect(line('Tick volume 0.00 / 0.75 Tick volume is not known here.')).toBeVisible()
  await expect(line('Trend —')).toContainText('counts nothing')
  await expect(line('Momentum')).toContainText('15 % of 0.55×')
  await expect(article).toContainText('Six majors in 2019: +0.024 R before cost')
  await expect(article).toContainText('Uncalibrated · n 12')
})

test('a mission that was made without a calendar says so', async ({ page, room }) => {
  const warnings = [
    'Neither the terminal nor a file has told the announcements of now, so news cannot be ruled out.',
  ]
  await room.open({ view: { ...busyRoom, calendar: null, missions: [aMissionView({}, { warnings })] } })

  await expect(page.getByRole('article')).toContainText('news cannot be ruled out')
  await expect(page.getByText('No calendar', { exact: true })).toBeVisible()
})
