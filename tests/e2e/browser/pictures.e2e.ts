/** Pictures of every room at every size, to be looked at. A picture taken is a room drawn without a fault. */
import { emptyCurve } from '../support/fake-bridge.ts'
import { demoRoom, liveRoom, lostRoom, quietRoom, unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'

const SIZES = [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]

for (const { width, height } of SIZES)
  test(`a busy room fits into ${width} × ${height}`, async ({ page, room }) => {
    await page.setViewportSize({ width, height })
    await room.open()

    await room.picture(`busy-${width}x${height}`)

    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await expect(room.trigger).toBeInViewport({ ratio: 1 })
    const doors = page.getByRole('navigation', { name: 'Screens' })
    const hidden = await doors.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
    expect(hidden, 'no door of the rail has to be scrolled to').toBe(0)
    if (width > 1024)
      await expect(page.getByRole('list', { name: 'Open trades' })).toBeInViewport({ ratio: 0.9 })
  })

const ROOMS = { unlinkedRoom, quietRoom, lostRoom, demoRoom, liveRoom }
for (const [name, view] of Object.entries(ROOMS))
  test(`${name} is drawn`, async ({ room }) => {
    await room.open({ view, ...(view.closed.length === 0 && { equity: emptyCurve }) })

    await room.picture(name)
  })

test('a room that has heard nothing yet, and one that was refused, are drawn', async ({ room }) => {
  await room.open({ view: null, equity: null })
  await room.picture('loading')
  await room.open({ view: { is: 'failed', code: 'CORRUPT', text: 'The ledger can’t be read.' } })
  await room.picture('failed')
})

test('figures on demand, a decline and a close that asks are drawn', async ({ page, room }) => {
  await room.open()
  await page.getByText('Figures behind it').click()
  await page.locator('summary', { hasText: 'Shield' }).click()
  await page.locator('summary', { hasText: 'Timer' }).click()
  await page.getByRole('button', { name: 'Decline' }).click()
  await page.getByRole('button', { name: 'Close Short GBPJPY' }).click()
  await room.notify({ level: 'error', text: 'The broker refused EURUSD: not enough money (10019).' })
  await room.notify({ level: 'info', text: 'Mission up: buy EURUSD, drill.' })

  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect?.getComputedTiming().iterations === Infinity),
  )

  await room.picture('decisions')
})
