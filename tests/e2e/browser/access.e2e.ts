import { violations } from '../support/axe.ts'
import { emptyCurve } from '../support/fake-bridge.ts'
import {
  busyRoom,
  consentRoom,
  contestRoom,
  demoRoom,
  heldRoom,
  liveRoom,
  waitingRoom,
  lostRoom,
  quietRoom,
  unlinkedRoom,
} from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'

const ROOMS = {
  unlinkedRoom,
  quietRoom,
  busyRoom,
  heldRoom,
  lostRoom,
  demoRoom,
  contestRoom,
  consentRoom,
  liveRoom,
  waitingRoom,
}
for (const [name, view] of Object.entries(ROOMS))
  test(`axe finds nothing in ${name}`, async ({ page, room }) => {
    await room.open({ view, ...(view.closed.length === 0 && { equity: emptyCurve }) })

    expect(await violations(page)).toEqual([])
  })

test('axe finds nothing in a small room, while it loads, and while it asks', async ({ page, room }) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await room.open({ view: null, equity: null })
  expect(await violations(page)).toEqual([])

  await room.open()
  await page.getByText('Figures behind it').click()
  await page.getByRole('button', { name: 'Decline' }).click()
  await room.notify({ level: 'error', text: 'The broker refused.' })
  await expect(page.getByRole('log')).toContainText('The broker refused.')
  expect(await violations(page)).toEqual([])
})

test('a button that is on can be read while the pointer rests on it', async ({ page, room }) => {
  await room.open()
  const on = page.locator('button[aria-pressed=true], [role=radio][aria-checked=true]')
  for (const button of await on.all()) {
    await button.hover()
    expect(await violations(page)).toEqual([])
  }
  expect(await on.count()).toBeGreaterThan(1)
})

test('everything that can be pressed is reached by Tab and shows its focus', async ({ page, room }) => {
  await room.open()
  const expected = await page.locator('button:visible:not([tabindex="-1"]), summary:visible').count()

  const seen = new Set<string>()
  for (let press = 0; press < expected + 12; press += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
      return {
        isAction: element.matches('button, summary'),
        name,
        isVisible: outlineStyle === 'solid' && outlineWidth !== '0px',
      }
    })
    if (focused === null) break
    expect(focused.isVisible, `the focus of “${focused.name}” can be seen`).toBe(true)
    if (focused.isAction) seen.add(`${press} ${focused.name}`)
  }

  expect(seen.size).toBe(expected)
})

test('nothing moves by itself for those who asked for less motion', async ({ page, room }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await room.open({ view: quietRoom, equity: emptyCurve })
  await page.waitForTimeout(200)

  // What arrives late may still be in the one millisecond that is left of every motion.
  const lasting = await page.evaluate(
    () =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 1)
        .length,
  )

  expect(lasting).toBe(0)
})

test('a held trigger still shows how long is left for those who asked for less motion', async ({
  page,
  room,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await room.open()
  await room.trigger.focus()

  await page.keyboard.down('Space')
  await page.waitForTimeout(450)
  const duration = await page.evaluate(() =>
    document.getAnimations().map(animation => animation.effect?.getComputedTiming().duration),
  )
  await page.keyboard.up('Space')

  expect(duration).toContain(900)
})

test('long and short are told by word and arrow, not by colour', async ({ page, room }) => {
  await room.open()

  const marks = page.getByText(/^(Long|Short)$/)

  expect(await marks.count()).toBeGreaterThan(5)
  await expect(page.getByRole('article').getByText('Long')).toBeVisible()
  await expect(page.getByRole('article').locator('svg').first()).toBeVisible()
})
