/** One trader, several terminals: whose account is shown, the way to another, and nothing of any of them out of reach. */
import { REAL_MONEY } from '../../../engine/contracts/settings.ts'
import { violations } from '../support/axe.ts'
import { busyRoom, twoTerminals } from '../support/rooms.ts'
import { MARKET_MS, OTHER, TERMINAL, aFire, aLink, at } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const strip = (room: WarRoomPage) => room.page.getByRole('contentinfo', { name: 'Terminals' })
const way = (room: WarRoomPage, name: string) =>
  strip(room).getByRole('button', { name: `Show the account of ${name}` })
const asked = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.shown)
const account = (room: WarRoomPage) => room.page.getByRole('region', { name: 'Account', exact: true })

const TRAINING = 'BITTEN training broker · a3f9'
const LIVE = 'Example Markets · 77c1'

for (const width of [1024, 1440])
  test(`two terminals are told apart wherever something is one's own, ${width} pixels wide`, async ({
    page,
    room,
  }) => {
    await page.setViewportSize({ width, height: width === 1024 ? 640 : 900 })
    await room.open({ view: twoTerminals })

    await expect(account(room)).toContainText(`Training ${TRAINING}`)
    await expect(page.getByRole('region', { name: 'What holds fire' })).toContainText(LIVE)
    for (const row of ['[data-position="700123"]', '[data-order]', '[data-card]'])
      await expect(page.locator(row).first()).toContainText(TRAINING)
    await expect(page.locator('[data-position="88"]')).toContainText(LIVE)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    await room.picture(`two-terminals-${width}`)
  })

test('real money at any terminal says LIVE, though the training ground is shown', async ({ page, room }) => {
  await room.open({ view: twoTerminals })

  await expect(page.getByRole('banner')).toContainText('Real money')
  await expect(page.locator('[data-live-edge]')).toHaveCount(2)
  await expect(page).toHaveTitle(/^LIVE/)
})

test('the row of a terminal is the way to its account, by the keyboard too, and the shown one is pressed', async ({
  page,
  room,
}) => {
  await room.open({ view: twoTerminals })
  await expect(way(room, TRAINING)).toHaveAttribute('aria-pressed', 'true')
  await expect(way(room, LIVE)).toHaveAttribute('aria-pressed', 'false')

  await way(room, LIVE).focus()
  await page.keyboard.press('Enter')
  expect(await asked(room)).toEqual([OTHER])

  await room.patch({ rev: 2, shown: OTHER, kind: 'live' })
  await expect(way(room, LIVE)).toHaveAttribute('aria-pressed', 'true')
  await expect(account(room)).toContainText(`Live ${LIVE}`)
})

test('a terminal that is down is no way anywhere, and a refusal is told', async ({ page, room }) => {
  await room.open({ view: twoTerminals })
  await page.evaluate(answer => (window.fakeEngine.showAnswer = answer), {
    is: 'failed',
    code: 'LINK_DOWN',
    text: 'Terminal other is not linked.',
  } as const)
  await way(room, LIVE).click()
  await expect(page.getByText('Terminal other is not linked.')).toBeVisible()

  const [first, second] = twoTerminals.links
  if (!first || !second) throw new Error('no two links')
  await room.patch({ rev: 2, links: [first, { ...second, state: 'down' }] })
  await expect(way(room, LIVE)).toBeDisabled()
})

test('a trade at a terminal that is gone stays in sight as it was, with its time, and nothing is asked of it', async ({
  page,
  room,
}) => {
  await room.open({ view: twoTerminals })
  const row = page.locator('[data-position="88"]')
  await row.getByRole('button', { name: /^Change/ }).click()
  await expect(row.getByRole('textbox').first()).toBeVisible()

  const [first, second] = twoTerminals.links
  if (!first || !second) throw new Error('no two links')
  await room.patch({
    rev: 2,
    links: [first, { ...second, state: 'down' }],
    positions: twoTerminals.positions.map(open =>
      open.position === '88' ? { ...open, handles: null, lastSeenMs: at(MARKET_MS - 95_000) } : open,
    ),
  })

  await expect(row).toContainText('Link lost09:30:35')
  await expect(row).toContainText(LIVE)
  await expect(row.getByTitle(/until that is back; to close it now, use MetaTrader/)).toBeVisible()
  await expect(row.getByRole('button')).toHaveCount(0)
  await expect(row.getByRole('textbox')).toHaveCount(0)
  await expect(page.locator('[data-position="700123"]').getByRole('button')).toHaveCount(2)
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 1200 })
  await row.scrollIntoViewIfNeeded()
  await room.picture('trade-at-a-lost-terminal')

  await room.patch({ rev: 3, positions: twoTerminals.positions })
  await expect(row.getByRole('button', { name: /^Close .*EURJPY/ })).toBeVisible()
})

test('a mission of another terminal stands in the queue with its name, and is fired from there', async ({
  page,
  room,
}) => {
  await room.open({ view: twoTerminals })
  const ticket = page.getByRole('list', { name: 'Missions' }).getByRole('button', { name: LIVE })

  await ticket.click()

  await expect(page.locator('[data-mission-state]')).toContainText(LIVE)
  await expect(room.trigger).toHaveAccessibleName(/76\.02 EUR/)
  await room.trigger.focus()
  await page.keyboard.down('Enter')
  await expect.poll(() => page.evaluate(() => window.fakeEngine.commands.length)).toBe(1)
  await page.keyboard.up('Enter')
  expect(await page.evaluate(() => window.fakeEngine.commands)).toMatchObject([{ kind: 'fireMission' }])
})

test('the consent for an account that is not shown begins with showing it', async ({ page, room }) => {
  await room.open({
    view: { ...twoTerminals, fire: aFire({ consents: [{ terminal: OTHER, words: REAL_MONEY }] }) },
  })
  await expect(page.getByRole('button', { name: 'Give consent' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Show its account' }).click()
  expect(await asked(room)).toEqual([OTHER])
  await room.patch({ rev: 2, shown: OTHER, kind: 'live' })

  await page.getByRole('button', { name: 'Give consent' }).click()
  await expect(page.getByRole('dialog')).toContainText('Example Markets, ExampleMarkets-Live')
})

test('AUTO says that it fires on every account, and whose its figures are', async ({ page, room }) => {
  await room.open({ view: twoTerminals })
  await page.getByRole('radio', { name: 'AUTO' }).click()
  await expect(page.getByRole('dialog')).toContainText(`every linked account, within the bounds of each. These figures are of ${TRAINING}.`) // prettier-ignore
})

test('with one terminal there is nothing to choose and nothing to tell apart', async ({ page, room }) => {
  await room.open({ view: busyRoom })

  await expect(strip(room).getByRole('button', { name: /^Show the account/ })).toHaveCount(0)
  await expect(page.locator('[data-of-terminal]')).toHaveCount(0)

  await room.patch({ rev: 2, links: [aLink(), aLink({ terminal: 'fourth-one' })] })
  await expect(page.locator(`[data-of-terminal="${TERMINAL}"]`).first()).toHaveText(`${TRAINING} · traini`)
})
