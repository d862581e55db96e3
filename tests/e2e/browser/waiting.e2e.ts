/** Orders that wait at the broker: placed by holding, listed with their time, taken back, and ended by hand when lost. */
import type { MissionView } from '../../../engine/contracts/views.ts'
import { violations } from '../support/axe.ts'
import { busyRoom, heldRoom, lostRoom, waitingRoom } from '../support/rooms.ts'
import { aLink, aMissionView, aWaitingOrder, cents, twoLinks, ulid } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const HOLD_MS = 900
const PLACE = { kind: 'placeMission', mission: ulid(1) }
const SIZES = [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]

const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const controls = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.controls)
const way = (room: WarRoomPage) => room.page.getByRole('group', { name: 'Or wait for the entry' })
const wait = (room: WarRoomPage) => way(room).getByRole('button', { name: 'Wait at 1.38679' })
const row = (room: WarRoomPage, text: string) => room.page.locator('[data-order]').filter({ hasText: text })
const withMission = (changes: Partial<Omit<MissionView, 'mission'>>) => ({
  ...busyRoom,
  missions: [aMissionView(changes)],
})

test('a mission says what an order at its entry would risk and pay, and what its probability is not about', async ({
  room,
}) => {
  const figures = { lots: 0.44, riskCents: cents(66.2), riskPct: 0.65, rewardCents: cents(133.1) }
  await room.open({ view: withMission({ wait: figures }) })

  await expect(way(room)).toContainText('0.44 lots')
  await expect(way(room)).toContainText('risks 66.20 USD')
  await expect(way(room)).toContainText('0.65 %')
  await expect(way(room)).toContainText('pays 133.10 USD')
  await expect(way(room)).toContainText('Its probability is that of an entry at once')
})

test('it is placed by holding for 0.9 seconds, once', async ({ page, room }) => {
  await room.open()
  await wait(room).hover()

  await page.mouse.down()
  await expect(wait(room)).toHaveAttribute('data-phase', 'holding')
  await page.waitForTimeout(HOLD_MS * 2)
  await page.mouse.up()

  expect(await commands(room)).toEqual([PLACE])
})

test('letting go early places nothing and says so', async ({ page, room }) => {
  await room.open()
  await wait(room).hover()

  await page.mouse.down()
  await page.waitForTimeout(HOLD_MS / 3)
  await page.mouse.up()
  await page.waitForTimeout(HOLD_MS)

  expect(await commands(room)).toEqual([])
  await expect(way(room)).toContainText('Nothing placed.')
})

test('it is reached from the trigger by Tab, held by Enter, and let go by Escape', async ({ page, room }) => {
  await room.open()
  await room.trigger.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(wait(room)).toBeFocused()

  await page.keyboard.down('Enter')
  await page.keyboard.press('Escape')
  await page.waitForTimeout(HOLD_MS * 1.3)
  await page.keyboard.up('Enter')
  expect(await commands(room)).toEqual([])

  await page.keyboard.down('Enter')
  await expect.poll(() => commands(room)).toEqual([PLACE])
  await page.keyboard.up('Enter')
})

test('simulated time stays slow from the hold to the answer', async ({ page, room }) => {
  await room.open()
  await page.evaluate(() => (window.fakeEngine.heldAnswers = []))
  await wait(room).hover()

  await page.mouse.down()
  await expect.poll(() => commands(room)).toHaveLength(1)
  await page.mouse.up()
  await expect(way(room).getByRole('button')).toHaveText('Sending')
  expect(await controls(room)).toEqual([{ kind: 'speed', speed: 1 }])

  await page.evaluate(() => window.fakeEngine.heldAnswers?.forEach(answer => answer()))
  await expect.poll(() => controls(room)).toEqual([{ kind: 'speed', speed: 1 }, { kind: 'speed', speed: 60 }]) // prettier-ignore
})

test('an order that would be denied says why, can be focused, and is not placed', async ({ page, room }) => {
  const reason = 'The price is at the entry already: fire it.'
  await room.open({ view: withMission({ wait: null, waitDenials: [reason] }) })
  await expect(way(room)).toContainText(reason)
  await expect(wait(room)).toHaveAttribute('aria-disabled', 'true')
  await wait(room).focus()
  await expect(wait(room)).toBeFocused()

  await page.keyboard.down('Enter')
  await page.waitForTimeout(HOLD_MS * 1.3)
  await page.keyboard.up('Enter')

  expect(await commands(room)).toEqual([])
  await expect(way(room)).not.toContainText('Nothing placed.')
  await expect(room.trigger).toHaveAttribute('aria-disabled', 'false')
  await room.picture('wait-denied')
})

test('reasons that deny the shot too are not said twice', async ({ room }) => {
  await room.open({ view: heldRoom })

  await expect(way(room)).toContainText('No order can wait now, for the same reasons.')
  await expect(way(room)).not.toContainText('Four losses')
})

test('a reason that denies the shot alone is not given for the order', async ({ room }) => {
  const taken = 'Open trades: 1; at most 1.'
  const denials = ['The price has moved 8.7 pips from the entry; at most 5.7.', taken]
  await room.open({ view: withMission({ shot: null, denials, wait: null, waitDenials: [taken] }) })

  await expect(way(room)).toContainText(taken)
  await expect(way(room)).not.toContainText('8.7 pips')
  await expect(way(room)).not.toContainText('same reasons')
})

test('a desk that says nothing about waiting offers nothing', async ({ room }) => {
  await room.open({ view: withMission({ wait: null, waitDenials: [] }) })

  await expect(room.trigger).toBeVisible()
  await expect(way(room)).toHaveCount(0)
})

test('an order that becomes impossible while it is held is not placed', async ({ page, room }) => {
  await room.open()
  await wait(room).hover()

  await page.mouse.down()
  await room.patch({ rev: 2, missions: lostRoom.missions })
  await page.waitForTimeout(HOLD_MS * 1.3)

  expect(await commands(room)).toEqual([])
})

test('a mission whose order waits says so, at which price and for how long', async ({ page, room }) => {
  await room.open({ view: waitingRoom })
  const ticket = page.getByRole('list', { name: 'Missions' }).getByRole('button', { name: /EURUSD/ })
  await expect(ticket).toContainText('Waiting')

  await ticket.click()

  await expect(page.getByRole('article')).toContainText('Waitingat 1.3867919:20 left')
  await expect(page.getByRole('article')).not.toContainText('Fired')
  await expect(way(room)).toHaveCount(0)
  await room.picture('mission-waits')
})

test('orders that wait are listed with price and time, below those on their way', async ({ room }) => {
  await room.open({ view: waitingRoom })
  const titles = room.page.getByRole('heading', { level: 3, name: /Orders in flight|Waiting at the broker/ })

  await expect(titles).toHaveText(['Orders in flight', 'Waiting at the broker'])
  await expect(row(room, 'NZDUSD')).toContainText('Waits at 0.86258')
  await expect(row(room, 'NZDUSD').getByRole('timer')).toHaveText('12:34')
  await expect(row(room, 'XAUUSD')).toContainText('until it is taken back')
})

test('the time of an order runs on at the market’s pace', async ({ page, room }) => {
  await page.clock.install()
  const links = [aLink({ kind: 'demo', simulation: null })]
  await room.open({ view: { ...busyRoom, kind: 'demo', links, orders: [aWaitingOrder()] } })

  await page.clock.runFor(1_000)

  await expect(row(room, 'NZDUSD').getByRole('timer')).toHaveText(/^12:3[23]$/)
})

test('an order of ours is taken back by one press', async ({ page, room }) => {
  await room.open({ view: waitingRoom })

  await row(room, 'NZDUSD').getByRole('button', { name: 'Cancel Short NZDUSD, Waits at 0.86258' }).click()

  expect(await commands(room)).toEqual([{ kind: 'cancelOrder', order: ulid(20) }])
  await expect(page.getByRole('log')).toContainText('Recorded and sent to the terminal.')
})

test('an order that is not taken back says why in its own row, and can be asked for again', async ({
  room,
}) => {
  const text = 'The order is filled already: close its position.'
  await room.open({ view: waitingRoom, commandAnswer: { is: 'refused', code: 'FILLED', text } })
  const cancel = row(room, 'NZDUSD').getByRole('button')

  await cancel.click()

  await expect(row(room, 'NZDUSD').getByRole('alert')).toHaveText(text)
  await expect(cancel).toBeEnabled()
})

test('what the terminal says of an order stands in its row', async ({ room }) => {
  const text = 'Being taken back: the trade server has not said yet.'
  await room.open({ view: { ...busyRoom, orders: [aWaitingOrder({ text })] } })

  await expect(row(room, 'NZDUSD')).toContainText(text)
})

test('a stranger’s order is marked and has no button', async ({ room }) => {
  await room.open({ view: waitingRoom })

  await expect(row(room, 'XAUUSD')).toContainText('Not ours')
  await expect(row(room, 'XAUUSD').getByRole('button')).toHaveCount(0)
})

test('an order of ours that is not known here has no button: the desk takes it back by itself', async ({
  room,
}) => {
  const lost = aWaitingOrder({ order: '88001235', mission: null, text: 'Of BITTEN, and not known here.' })
  await room.open({ view: { ...busyRoom, orders: [lost] } })

  await expect(row(room, 'NZDUSD')).toContainText('not known here')
  await expect(row(room, 'NZDUSD').getByRole('button')).toHaveCount(0)
})

test('with several terminals each order says whose it is', async ({ room }) => {
  const links = twoLinks()
  await room.open({ view: { ...busyRoom, links, orders: [aWaitingOrder({ terminal: 'second-desk' })] } })

  await expect(row(room, 'NZDUSD')).toContainText('Second Markets · 77c1')
})

test('twenty orders scroll by keyboard and leave room for what is open', async ({ page, room }) => {
  const orders = Array.from({ length: 20 }, (_, n) => aWaitingOrder({ order: ulid(n), symbol: `S${n}`, pair: null })) // prettier-ignore
  await room.open({ view: { ...busyRoom, orders } })
  const list = page.getByRole('list', { name: 'Waiting at the broker' })

  await list.focus()
  await page.keyboard.press('End')

  await expect(row(room, 'S19')).toBeInViewport()
  const trades = await page.getByRole('list', { name: 'Open trades' }).boundingBox()
  expect(trades?.height ?? 0).toBeGreaterThan(60)
  expect(await violations(page)).toEqual([])
})

for (const { width, height } of SIZES)
  test(`orders of every standing fit into ${width} × ${height}`, async ({ page, room }) => {
    await page.setViewportSize({ width, height })
    await room.open({ view: waitingRoom })
    await row(room, 'XAUUSD').scrollIntoViewIfNeeded()

    await room.picture(`orders-${width}`)

    for (const each of await page.locator('[data-order]').all()) {
      const overflow = await each.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    }
    expect(await violations(page)).toEqual([])
  })
