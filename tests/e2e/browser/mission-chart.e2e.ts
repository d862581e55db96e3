/** A mission in its market: what is drawn, what it says when there is nothing to draw, and that the trigger stays where it is. */
import type { Page } from '@playwright/test'
import type { QueryAnswer } from '../../../engine/contracts/queries.ts'
import { violations } from '../support/axe.ts'
import { barsAnswer, keptBars, kiwi, kiwiBars, mission } from '../support/bars.ts'
import { forgetWriting, noteWriting, pixels, written } from '../support/canvas.ts'
import { busyRoom } from '../support/rooms.ts'
import { aLink, aPosition, aPrice, at, MARKET_MS, TERMINAL, twoLinks } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const FRAME = 300_000
const view = { ...busyRoom, missions: [mission, ...busyRoom.missions.slice(1)] }
const LABEL =
  'Euro, US dollar long in its market, bars to 09:32 UTC: entry 1.38679, stop 1.38527, target 1.38983, cancels beyond 1.38600.'
const NIGHT = { long: '#5be6b4', short: '#ff8f70', gold: '#d4af37' }
const SAFE_DAY = { long: '#0a459f', short: '#8c5303', gold: '#6f5208' }

const chart = (page: Page) => page.getByRole('region', { name: 'Chart', exact: true })
const candles = (page: Page) => chart(page).getByRole('img')
const asked = (page: Page) =>
  page.evaluate(() =>
    window.fakeEngine.questions.filter(each => (each as { kind: string }).kind === 'marketBars'),
  )

/** The next answers of the archive. */
const answer = (page: Page, bars: QueryAnswer<'marketBars'>) =>
  page.evaluate(value => void (window.fakeEngine.answers = { marketBars: value }), bars)

/** Another bar has closed. */
let rev = 1
const closeBar = (room: WarRoomPage) => {
  rev += 1
  return room.patch({ rev, marketMs: at(MARKET_MS + (rev - 1) * FRAME) })
}

test('writes every price of the plan as it is, of a pair below one too', async ({ page, room }) => {
  await page.addInitScript(noteWriting)
  await room.open({ view: { ...busyRoom, missions: [mission, kiwi] }, answers: { marketBars: barsAnswer } })
  const plan = ['TARGET', '1.38983', 'ENTRY', '1.38679', 'STOP', '1.38527', 'CANCELS', '1.38600', 'BID', '1.38672']
  await expect.poll(() => written(page)).toEqual(expect.arrayContaining(plan))
  expect(await written(page)).toEqual(expect.arrayContaining(['ASIAN', 'LONDON', 'ASIAN RANGE', 'ISSUED']))

  await answer(page, { is: 'answer', value: kiwiBars() })
  await forgetWriting(page)
  await page.getByRole('button', { name: /NZDUSD Short/ }).click()
  const below = ['STOP', '0.59544', 'CANCELS', '0.59441', 'ENTRY', '0.59338', 'TARGET', '0.58926']
  await expect.poll(() => written(page)).toEqual(expect.arrayContaining(below))
  await expect(candles(page)).toHaveAccessibleName(/^New Zealand dollar, US dollar short .* entry 0\.59338/)
}) // prettier-ignore

test.beforeEach(() => {
  rev = 1
})

test('says what it waits for, what is missing and what failed, and moves nothing above it', async ({
  page,
  room,
}) => {
  await room.open({ view })
  // In its panel: what is to be clicked further down is scrolled to first.
  const placeOfTrigger = async () => {
    const panel = await page.getByRole('region', { name: 'Mission', exact: true }).boundingBox()
    const trigger = await room.trigger.boundingBox()
    return { ...trigger, y: (trigger?.y ?? 0) - (panel?.y ?? 0) }
  }
  const place = await placeOfTrigger()
  const stays = async () => expect(await placeOfTrigger()).toEqual(place)
  await expect(chart(page)).toContainText('Reading the bars.')
  expect(await asked(page)).toEqual([
    { kind: 'marketBars', terminal: TERMINAL, pair: 'EURUSD', marketMs: MARKET_MS },
  ])

  await answer(page, { is: 'answer', value: { is: 'none' } })
  await closeBar(room)
  await expect(chart(page)).toContainText('No history of this pair yet.')
  await stays()

  await answer(page, { is: 'failed', code: 'CORRUPT', text: 'The minutes can’t be read.' })
  await closeBar(room)
  await expect(chart(page).getByRole('alert')).toContainText('The minutes can’t be read.')
  await stays()

  await answer(page, barsAnswer)
  await chart(page).getByRole('button', { name: 'Read again' }).click()
  await expect(candles(page)).toHaveAccessibleName(LABEL)
  await stays()

  await answer(page, { is: 'failed', code: 'CORRUPT', text: 'The minutes can’t be read.' })
  await closeBar(room)
  await expect(chart(page)).toContainText('as they were read before: The minutes can’t be read.')
  await expect(candles(page)).toBeVisible()
  await stays()

  const held = aPosition({
    pair: 'EURUSD',
    mission: mission.mission.id,
    side: 'buy',
    open: '1.38684',
    stop: '1.38690',
    target: null,
  })
  await room.patch({ rev: rev + 1, positions: [held] })
  await expect(candles(page)).toHaveAccessibleName(/UTC: open at 1\.38684, stop 1\.38690, no target\.$/)
  await stays()

  await room.patch({ rev: rev + 2, links: twoLinks(), shown: 'second-desk' })
  await expect(chart(page)).toContainText('The prices of another terminal are shown.')

  await room.patch({ rev: rev + 3, links: [aLink({ state: 'down' })] })
  await expect(chart(page)).toContainText('the chart stands still')
  await stays()
})

test('draws candles, plan, sessions and the last price, and asks again only when a bar has closed', async ({
  page,
  room,
}) => {
  await room.open({ view, answers: { marketBars: barsAnswer } })
  await expect(candles(page)).toBeInViewport({ ratio: 1 })
  await expect(room.trigger).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { name: 'Wait at 1.38679' })).toBeInViewport({ ratio: 1 })
  await expect.poll(() => pixels(candles(page), NIGHT)).not.toMatchObject({ long: 0 })
  for (const [name, count] of Object.entries(await pixels(candles(page), NIGHT)))
    expect(count, name).toBeGreaterThan(100)
  await room.picture('mission-chart-night')

  const before = await candles(page).screenshot()
  await room.patch({ rev: 2, prices: { EURUSD: aPrice('EURUSD', { bid: '1.38840', ageMs: 0 }) } })
  await expect.poll(async () => (await candles(page).screenshot()).equals(before)).toBe(false)
  expect(await asked(page)).toHaveLength(1)

  await answer(page, { is: 'answer', value: { ...keptBars, untilMs: at(keptBars.untilMs + FRAME) } })
  await room.patch({ rev: 3, marketMs: at(MARKET_MS + FRAME) })
  await expect(candles(page)).toHaveAccessibleName(/bars to 09:37 UTC/)
  expect((await asked(page)).slice(1)).toMatchObject([{ marketMs: MARKET_MS + FRAME }])

  const fold = chart(page).getByRole('button', { name: /^Chart/ })
  await fold.press('Enter')
  await expect(candles(page)).toBeHidden()
  await expect(fold).toBeFocused()
  await fold.press('Enter')
  await expect(candles(page)).toBeVisible()
})

test('wears the look of the window, by day, as the system and in safe colours, and can be read by anybody in a small one', async ({
  page,
  room,
}) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await room.open({ view, answers: { marketBars: barsAnswer } })
  await expect.poll(() => pixels(candles(page), NIGHT)).not.toMatchObject({ long: 0 })
  await expect(room.trigger).toBeInViewport({ ratio: 1 })
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: /^Look:/ }).click()
  const choose = (name: string) =>
    page.getByRole('dialog', { name: 'Look' }).getByRole('button', { name, exact: true }).click()
  await choose('As the system')
  await expect.poll(() => pixels(candles(page), NIGHT)).toEqual({ long: 0, short: 0, gold: 0 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => pixels(candles(page), NIGHT)).not.toMatchObject({ long: 0 })
  await choose('Daylight')
  await choose('Colour-blind safe')
  await choose('Done')

  await expect.poll(() => pixels(candles(page), NIGHT)).toEqual({ long: 0, short: 0, gold: 0 })
  for (const [name, count] of Object.entries(await pixels(candles(page), SAFE_DAY)))
    expect(count, name).toBeGreaterThan(100)
  await candles(page).scrollIntoViewIfNeeded()
  await room.picture('mission-chart-day-small')
  expect(await violations(page, ['color-contrast'])).toEqual([])
})
