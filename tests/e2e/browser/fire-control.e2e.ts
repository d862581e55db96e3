/** The switches: AUTO that asks with its figures, CANCEL, and FLATTEN by one key. */
import { violations } from '../support/axe.ts'
import { contestRoom, quietRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const HOLD_MS = 900
const FLATTEN = { kind: 'flattenAll' }

const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const ask = (room: WarRoomPage) => room.page.getByRole('dialog', { name: 'Switch AUTO on?' })

async function hold(room: WarRoomPage, key: string, forMs: number): Promise<void> {
  await room.page.keyboard.down(key)
  await room.page.waitForTimeout(forMs)
  await room.page.keyboard.up(key)
}

test('AUTO asks with its bounds in figures before it is set, and Escape leaves it off', async ({
  page,
  room,
}) => {
  await room.open()
  await page.getByRole('radio', { name: 'Auto' }).click()
  const bound = (name: string) => ask(room).locator('dl > div').filter({ hasText: name })

  await expect(bound('Shots today')).toContainText('0 of 3')
  await expect(bound('Open trades')).toContainText('1')
  await expect(bound('Quality')).toContainText('Silver or better')
  await expect(bound('Shield')).toContainText('6 of 10 at least')
  await expect(bound('Risk of a shot')).toContainText('102.14 USD, 1 % of balance at most')
  await expect(bound('If all of them lose')).toContainText('−306.42')
  expect(await violations(page)).toEqual([])
  await room.picture('auto-asks')
  await page.keyboard.press('Escape')

  await expect(ask(room)).toHaveCount(0)
  await expect(page.getByRole('radio', { name: 'Auto' })).toBeFocused()
  expect(await commands(room)).toEqual([])
})

test('AUTO is switched on by keyboard alone', async ({ page, room }) => {
  await room.open()
  await page.getByRole('radio', { name: 'Select' }).focus()

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Stay on Select' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  await expect(ask(room)).toHaveCount(0)
  expect(await commands(room)).toEqual([{ kind: 'setSelector', selector: 'AUTO' }])
})

test('a refused AUTO says why where it was asked for', async ({ page, room }) => {
  const text = 'NIBBLER fires each shot by hand: AUTO comes with WARRIOR, on demo accounts.'
  await room.open({ commandAnswer: { is: 'refused', code: 'RANK', text } })

  await page.getByRole('radio', { name: 'Auto' }).click()
  await page.getByRole('button', { name: 'Switch AUTO on' }).click()

  await expect(ask(room).getByRole('alert')).toHaveText(text)
})

test('AUTO that is on already is not asked for again, and is left without a question', async ({
  page,
  room,
}) => {
  await room.open({ view: contestRoom })

  await page.getByRole('radio', { name: 'Auto' }).click()
  await expect(ask(room)).toHaveCount(0)
  await page.getByRole('radio', { name: 'Safe' }).click()

  expect(await commands(room)).toEqual([{ kind: 'setSelector', selector: 'SAFE' }])
})

test('CANCEL is one press beside PAUSE', async ({ page, room }) => {
  await room.open()

  await page.getByRole('button', { name: 'Cancel', exact: true }).click()

  expect(await commands(room)).toEqual([{ kind: 'cancelAll' }])
})

test('the key F held for 0.9 seconds flattens once, whatever has the focus, and says so meanwhile', async ({
  page,
  room,
}) => {
  await room.open()
  await room.trigger.focus()

  await page.keyboard.down('f')
  await expect(page.getByRole('alert')).toContainText('Flatten: keep holding')
  await room.picture('flatten-held')
  for (let repeat = 0; repeat < 12; repeat += 1) {
    await page.waitForTimeout(HOLD_MS / 6)
    await page.keyboard.down('f')
  }
  await page.keyboard.up('f')

  expect(await commands(room)).toEqual([FLATTEN])
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('the key is written on its button', async ({ page, room }) => {
  await room.open()
  const button = page.getByRole('button', { name: 'Flatten' })

  await expect(button.locator('kbd')).toHaveText('f')
  await expect(button).toHaveAttribute('aria-keyshortcuts', 'F')
})

test('letting go of F early, or Escape, flattens nothing', async ({ page, room }) => {
  await room.open()

  await hold(room, 'f', HOLD_MS / 3)
  await page.keyboard.down('f')
  await page.keyboard.press('Escape')
  await page.waitForTimeout(HOLD_MS * 1.3)
  await page.keyboard.up('f')

  expect(await commands(room)).toEqual([])
})

test('F writes where text is written, and is left to shortcuts with Control', async ({ page, room }) => {
  await room.open()
  await page.getByRole('button', { name: 'Decline' }).click()
  await page.getByLabel('Another reason').focus()

  await hold(room, 'f', HOLD_MS * 1.3)
  await expect(page.getByLabel('Another reason')).toHaveValue('f')
  await page.keyboard.press('Escape')
  await page.keyboard.down('Control')
  await hold(room, 'f', HOLD_MS * 1.3)
  await page.keyboard.up('Control')

  expect(await commands(room)).toEqual([])
})

test('F flattens over an open sheet, and is seen there', async ({ page, room }) => {
  await room.open()
  await page.getByRole('radio', { name: 'Auto' }).click()

  await page.keyboard.down('f')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.waitForTimeout(HOLD_MS * 1.3)
  await page.keyboard.up('f')

  expect(await commands(room)).toEqual([FLATTEN])
})

test('FLATTEN is there before the first picture, and when there is none', async ({ page, room }) => {
  await room.open({ view: { is: 'failed', code: 'CORRUPT', text: 'The ledger can’t be read.' } })
  await expect(page.getByRole('button', { name: 'Flatten' })).toBeVisible()

  await hold(room, 'f', HOLD_MS * 1.3)

  expect(await commands(room)).toEqual([FLATTEN])
})

test('a held F still shows how long is left for those who asked for less motion', async ({ page, room }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await room.open({ view: quietRoom })

  await page.keyboard.down('f')
  await page.waitForTimeout(HOLD_MS / 2)
  const durations = await page.evaluate(() =>
    document.getAnimations().map(animation => animation.effect?.getComputedTiming().duration),
  )
  await page.keyboard.up('f')

  expect(durations).toContain(HOLD_MS)
})

test('what became of a flatten stays until it is read', async ({ page, room }) => {
  await page.clock.install()
  await room.open({
    commandAnswer: { is: 'done', text: 'Told directly. Check in MetaTrader that none is left.' },
  })

  await page.keyboard.down('f')
  await page.clock.runFor(HOLD_MS * 1.3)
  await page.keyboard.up('f')
  await page.clock.runFor(60_000)

  await expect(page.getByRole('log')).toContainText('Check in MetaTrader that none is left.')
})

test('what a flatten left open is said as a problem that stays', async ({ page, room }) => {
  const text = 'Flattened, but 1 position is left: 700098 EURGBP (10018: the market is closed).'
  await page.clock.install()
  await room.open()

  await room.patch({ rev: 2, notices: [{ atMs: quietRoom.marketMs ?? never(), level: 'error', text }] })
  await page.clock.runFor(60_000)
  for (let n = 0; n < 12; n += 1) await room.notify({ level: 'warn', text: `Something else, ${n}.` })

  await expect(page.getByRole('log')).toContainText(text)
})

function never(): never {
  throw new Error('the quiet room has a market time')
}
