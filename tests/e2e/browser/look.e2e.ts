/** Night ops and Daylight, each in usual and in colour-blind safe colours, on every page and over every kind of money. */
import type { Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { fullHouse } from '../support/full-house.ts'
import { contestRoom, demoRoom, heldRoom, liveRoom, lostRoom, unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const THEMES = { night: 'Night ops', day: 'Daylight' } as const
const PALETTES = { usual: 'Usual', safe: 'Colour-blind safe' } as const
type Theme = keyof typeof THEMES
type Palette = keyof typeof PALETTES
const LOOKS = (['night', 'day'] as const).flatMap(theme =>
  (['usual', 'safe'] as const).map(palette => ({ theme, palette })),
)
const ONLY_COLOURS = ['color-contrast']
const SMALL = { width: 1024, height: 640 }
const USUAL = { width: 1280, height: 800 }

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Look' })
const openSheet = (page: Page) => page.getByRole('button', { name: /^Look:/ }).click()

/** By hand, as a person would. */
async function wear(page: Page, theme: Theme, palette: Palette): Promise<void> {
  await openSheet(page)
  await sheet(page).getByRole('button', { name: THEMES[theme], exact: true }).click()
  await sheet(page).getByRole('button', { name: PALETTES[palette], exact: true }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
}

/** An engine that is not heard makes everything stale. */
const keepFresh = (room: WarRoomPage, at: number) => room.patch({ rev: 2 + at })

/** What moves from one colour to the other has come to rest. */
const settle = (page: Page) =>
  page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect?.getComputedTiming().iterations === Infinity),
  )

const fieldOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const NIGHT_FIELD = 'rgb(4, 11, 6)'
const DAY_FIELD = 'rgb(234, 228, 211)'

for (const { theme, palette } of LOOKS)
  test(`every page in ${theme}, ${palette}, can be read by anybody`, async ({ page, room }) => {
    test.setTimeout(180_000)
    await page.setViewportSize(SMALL)
    await room.open(fullHouse)
    await wear(page, theme, palette)
    // Looks differ in nothing but colours, so the other rules are asked once.
    const rules = theme === 'night' && palette === 'usual' ? [] : ONLY_COLOURS
    const doors = await page.getByRole('navigation').getByRole('button').all()
    expect(doors.length).toBeGreaterThanOrEqual(9)
    for (const [at, door] of doors.entries()) {
      await door.click()
      await keepFresh(room, at)
      await settle(page)
      await room.picture(`look/${theme}-${palette}-small-${at}`)
      expect(await violations(page, rules), `page ${at}`).toEqual([])
    }
  })

test('every page fits by day into a usual window', async ({ page, room }) => {
  test.setTimeout(60_000)
  await page.setViewportSize(USUAL)
  await room.open(fullHouse)
  await wear(page, 'day', 'usual')
  for (const [at, door] of (await page.getByRole('navigation').getByRole('button').all()).entries()) {
    await door.click()
    await keepFresh(room, at)
    await settle(page)
    await room.picture(`look/day-usual-${at}`)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }
})

const ROOMS = { unlinkedRoom, lostRoom, heldRoom, demoRoom, contestRoom, liveRoom }
for (const { theme, palette } of LOOKS)
  test(`whose money it is, and what is wrong, can be read in ${theme}, ${palette}`, async ({
    page,
    room,
  }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(USUAL)
    for (const [name, view] of Object.entries(ROOMS)) {
      await room.open({ ...fullHouse, view })
      await wear(page, theme, palette)
      await settle(page)
      await room.picture(`look/${theme}-${palette}-${name}`)
      expect(await violations(page, ONLY_COLOURS), name).toEqual([])
    }
  })

test('a look is worn at once, by keys alone, and handed over to be kept', async ({ page, room }) => {
  await room.open(fullHouse)
  expect(await fieldOf(page)).toBe(NIGHT_FIELD)

  await page.getByRole('button', { name: /^Look:/ }).focus()
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByRole('button', { name: 'Night ops' })).toHaveAttribute('aria-pressed', 'true')
  await sheet(page).getByRole('button', { name: 'Daylight' }).focus()
  await page.keyboard.press('Space')
  expect(await fieldOf(page)).toBe(DAY_FIELD)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(sheet(page)).toContainText('Long is blue, short is orange')
  await settle(page)
  await room.picture('look/sheet-day')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')

  await expect(page.getByRole('button', { name: /^Look:/ })).toBeFocused()
  expect(await page.evaluate(() => window.fakeEngine.looks)).toEqual([
    { theme: 'day', palette: 'usual' },
    { theme: 'day', palette: 'safe' },
  ])
})

test('a look that can not be kept is worn all the same, and said', async ({ page, room }) => {
  await room.open(fullHouse)
  await page.evaluate(() => {
    window.fakeEngine.lookAnswer = { is: 'failed', code: 'LOOK_NOT_KEPT', text: 'It can’t be written.' }
  })
  await wear(page, 'day', 'usual')

  expect(await fieldOf(page)).toBe(DAY_FIELD)
  await expect(page.getByRole('log')).toContainText('It can’t be written.')
})

test('as the system follows the system, while the window is open', async ({ page, room }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await room.open(fullHouse)
  expect(await fieldOf(page), 'Night ops stays night').toBe(NIGHT_FIELD)
  await openSheet(page)
  await sheet(page).getByRole('button', { name: 'As the system' }).click()

  expect(await fieldOf(page)).toBe(DAY_FIELD)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await fieldOf(page)).toBe(NIGHT_FIELD)
})

/** Colours of what a chart has drawn: its curve, its axes and its words. */
const drawn = (room: WarRoomPage) =>
  room.page.evaluate(() =>
    ['.recharts-area-curve', '.recharts-cartesian-axis-line', '.recharts-cartesian-axis-tick-value'].map(
      part => {
        const element = document.querySelector(part)
        if (element === null) return `${part} is not drawn`
        const { stroke, fill } = getComputedStyle(element)
        return part.endsWith('value') ? fill : stroke
      },
    ),
  )

test('charts and sparklines change with the theme, without being drawn anew', async ({ page, room }) => {
  await room.open(fullHouse)
  await expect(page.locator('.recharts-area-curve').first()).toBeVisible()
  const sparkline = () =>
    page.evaluate(
      () =>
        getComputedStyle(document.querySelector('main svg[viewBox="-2 -3 82 26"] path') as Element).stroke,
    )
  const [night, nightSpark] = [await drawn(room), await sparkline()]

  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'day'))
  const [day, daySpark] = [await drawn(room), await sparkline()]

  expect(night).toEqual(['rgb(212, 175, 55)', 'rgb(25, 52, 32)', 'rgb(143, 162, 141)'])
  expect(day).toEqual(['rgb(111, 82, 8)', 'rgb(216, 208, 185)', 'rgb(77, 94, 80)'])
  expect(daySpark).not.toBe(nightSpark)
})
