import { lostRoom } from '../support/rooms.ts'
import { ulid } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const HOLD_MS = 900
const SHOT = { kind: 'fireMission', mission: ulid(1) }

const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const controls = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.controls)

test('a trigger held for 0.9 seconds fires once', async ({ page, room }) => {
  await room.open()
  await room.trigger.hover()

  await page.mouse.down()
  await expect(room.trigger).toHaveAttribute('data-phase', 'holding')
  await room.picture('holding')
  await page.waitForTimeout(HOLD_MS * 2)
  await page.mouse.up()

  expect(await commands(room)).toEqual([SHOT])
  await expect(page.getByRole('log')).toContainText('Recorded and sent to the terminal.')
})

test('letting go early fires nothing and says so', async ({ page, room }) => {
  await room.open()
  await room.trigger.hover()

  await page.mouse.down()
  await page.waitForTimeout(HOLD_MS / 3)
  await page.mouse.up()
  await page.waitForTimeout(HOLD_MS)

  expect(await commands(room)).toEqual([])
  await expect(page.getByText('Released. Nothing was fired.')).toBeAttached()
})

test('leaving the trigger with the mouse lets go', async ({ page, room }) => {
  await room.open()
  await room.trigger.hover()

  await page.mouse.down()
  await page.mouse.move(5, 5)
  await page.waitForTimeout(HOLD_MS * 1.3)

  expect(await commands(room)).toEqual([])
})

for (const key of ['Space', 'Enter'])
  test(`${key} fires when it is held, and key repeat does not fire twice`, async ({ page, room }) => {
    await room.open()
    await room.trigger.focus()

    await page.keyboard.down(key)
    for (let repeat = 0; repeat < 12; repeat += 1) {
      await page.waitForTimeout(HOLD_MS / 6)
      await page.keyboard.down(key)
    }
    await page.keyboard.up(key)

    expect(await commands(room)).toEqual([SHOT])
  })

test('Escape lets go of a held key', async ({ page, room }) => {
  await room.open()
  await room.trigger.focus()

  await page.keyboard.down('Space')
  await page.keyboard.press('Escape')
  await page.waitForTimeout(HOLD_MS * 1.3)

  expect(await commands(room)).toEqual([])
})

test('a finger fires like a mouse', async ({ page, room }) => {
  await room.open()
  const touch = { pointerType: 'touch', pointerId: 7, button: 0, isPrimary: true }

  await room.trigger.dispatchEvent('pointerdown', touch)
  await page.waitForTimeout(HOLD_MS * 1.3)
  await room.trigger.dispatchEvent('pointerup', touch)

  expect(await commands(room)).toEqual([SHOT])
})

test('simulated time slows to 1× while the trigger is held and returns when it is let go', async ({
  page,
  room,
}) => {
  await room.open()
  await room.trigger.hover()

  await page.mouse.down()
  await expect.poll(() => controls(room)).toEqual([{ kind: 'speed', speed: 1 }])
  await page.mouse.up()

  await expect
    .poll(() => controls(room))
    .toEqual([
      { kind: 'speed', speed: 1 },
      { kind: 'speed', speed: 60 },
    ])
})

test('simulated time stays slow until the engine has answered the shot', async ({ page, room }) => {
  await room.open()
  await page.evaluate(() => (window.fakeEngine.heldAnswers = []))
  await room.trigger.hover()

  await page.mouse.down()
  await expect.poll(() => commands(room)).toHaveLength(1)
  await page.mouse.up()
  expect(await controls(room)).toEqual([{ kind: 'speed', speed: 1 }])

  await page.evaluate(() => window.fakeEngine.heldAnswers?.forEach(answer => answer()))
  await expect.poll(() => controls(room)).toHaveLength(2)
})

test('a denied shot shows every reason', async ({ page, room }) => {
  const denial = (code: 'SPREAD_TOO_WIDE' | 'PRICE_DRIFTED', text: string) => ({
    code,
    text,
    value: 1,
    limit: 1,
  })
  await room.open({
    commandAnswer: {
      is: 'denied',
      denials: [
        denial('SPREAD_TOO_WIDE', 'Spread 3.1 pips, at most 1.6.'),
        denial('PRICE_DRIFTED', 'The price has run 4.2 pips, at most 2.'),
      ],
    },
  })
  await room.trigger.hover()

  await page.mouse.down()
  await expect.poll(() => commands(room)).toHaveLength(1)
  await page.mouse.up()

  await expect(page.getByRole('log')).toContainText('Spread 3.1 pips, at most 1.6.')
  await expect(page.getByRole('log')).toContainText('The price has run 4.2 pips, at most 2.')
})

test('a mission whose shot would be denied says why and can not be fired', async ({ page, room }) => {
  await room.open({ view: lostRoom })
  await expect(page.getByText('The last price is 14 s old, at most 10 s.')).toBeVisible()
  await expect(room.trigger).toHaveAttribute('aria-disabled', 'true')
  await room.trigger.hover()

  await page.mouse.down()
  await page.waitForTimeout(HOLD_MS * 1.3)
  await page.mouse.up()

  expect(await commands(room)).toEqual([])
})

test('a shot that becomes impossible while the trigger is held is not fired', async ({ page, room }) => {
  await room.open()
  await room.trigger.hover()

  await page.mouse.down()
  await room.patch({ rev: 2, missions: lostRoom.missions })
  await page.waitForTimeout(HOLD_MS * 1.3)

  expect(await commands(room)).toEqual([])
})
