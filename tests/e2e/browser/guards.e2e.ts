/** What holds fire, as the trader sees it: sentences, order, timers that never run ahead of what is known. */
import { violations } from '../support/axe.ts'
import { busyRoom, contestRoom, heldRoom, lostRoom } from '../support/rooms.ts'
import { aFire, aGuard, aLink, anAuto, twoLinks } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'
import type { LinkView } from '../../../engine/contracts/views.ts'

const strip = (room: WarRoomPage) => room.page.getByRole('region', { name: 'What holds fire' })
const guards = (room: WarRoomPage) => strip(room).getByRole('listitem')
const timer = (room: WarRoomPage) => strip(room).getByRole('timer')
const auto = (room: WarRoomPage) => room.page.getByRole('region', { name: 'What AUTO may do' })

/** One guard with a minute to go, on a terminal as given. */
const aMinuteTo = (link: Partial<LinkView>) => ({
  ...busyRoom,
  links: [aLink(link)],
  fire: aFire({ guards: [aGuard({ leftMs: 60_000 })] }),
})

test('every guard is a name and a sentence with its figures, the blocking ones above the warnings', async ({
  room,
}) => {
  const links = [aLink({ simulation: { speed: 60, paused: true } })]
  await room.open({ view: { ...heldRoom, links } })

  await expect(guards(room)).toContainText(['Tilt lockout', 'News lock', 'Medic'])
  await expect(guards(room).nth(0)).toContainText('Holds every new shot')
  await expect(guards(room).nth(2)).toContainText('Shots are warned of or made smaller')
  await expect(guards(room).nth(2)).toContainText('214.40 of 306.44 USD')
  await expect(timer(room)).toContainText(['45:12', '12:11'])
  await room.picture('guards')
})

test('a desk that nothing holds says so', async ({ room }) => {
  await room.open()

  await expect(strip(room)).toContainText('Nothing holds fire.')
  await expect(guards(room)).toHaveCount(0)
})

test('a timer runs on at the market’s pace between two words of the engine, for two seconds at most', async ({
  page,
  room,
}) => {
  await page.clock.install()
  await room.open({ view: aMinuteTo({ simulation: null }) })

  await page.clock.runFor(1_000)
  await expect(timer(room)).toHaveText(/^00:5[89]$/)
  await page.clock.runFor(3_000)
  await expect(timer(room)).toHaveText('00:58')

  await room.patch({ rev: 2, fire: aFire({ guards: [aGuard({ leftMs: 55_000 })] }) })
  await expect(timer(room)).toHaveText(/^00:5[345]$/)
})

test('a timer stays where it is when the link falls silent', async ({ page, room }) => {
  await page.clock.install()
  await room.open({ view: aMinuteTo({ simulation: null }) })

  await page.clock.runFor(8_000)

  await expect(page.getByRole('alert')).toContainText('No news from the engine.')
  await expect(timer(room)).toHaveText('00:58')
})

test('a timer of the training ground runs at its speed', async ({ page, room }) => {
  await page.clock.install()
  await room.open({ view: aMinuteTo({ simulation: { speed: 10, paused: false } }) })
  await expect(timer(room)).toHaveText('01:00')

  await page.clock.runFor(2_000)

  await expect(timer(room)).toHaveText('00:40')
})

for (const [name, link] of [
  ['the link is down', { state: 'down' }],
  ['time stands still', { simulation: { speed: 60, paused: true } }],
  ['time goes as fast as it can', { simulation: { speed: 0, paused: false } }],
] as const)
  test(`a timer invents nothing while ${name}`, async ({ page, room }) => {
    await page.clock.install()
    await room.open({ view: aMinuteTo(link) })

    await page.clock.runFor(4_000)

    await expect(timer(room)).toHaveText('01:00')
  })

test('what held fire before the link was lost is marked as stale', async ({ room }) => {
  await room.open({ view: { ...lostRoom, fire: heldRoom.fire } })

  await expect(strip(room)).toContainText('Stale')
})

test('a room that has lost its link does not claim that nothing holds fire', async ({ room }) => {
  await room.open({ view: lostRoom })

  await expect(strip(room)).toContainText('Not known now.')
})

test('a guard that comes and goes is shown and taken away', async ({ room }) => {
  await room.open()

  await room.patch({ rev: 2, fire: heldRoom.fire })
  await expect(guards(room)).toHaveCount(3)
  await expect(strip(room).getByRole('status')).toHaveText('Fire is held by Tilt lockout, News lock, Medic.')
  await room.patch({ rev: 3, fire: busyRoom.fire })

  await expect(strip(room)).toContainText('Nothing holds fire.')
})

test('guards of several terminals say whose they are', async ({ room }) => {
  const other = aGuard({ guard: 'RECONCILING', terminal: 'second-desk', leftMs: null })
  const links = twoLinks()
  await room.open({ view: { ...heldRoom, links, fire: aFire({ guards: [aGuard(), other] }) } })

  await expect(guards(room).nth(0)).toContainText('BITTEN training broker · a3f9')
  await expect(guards(room).nth(1)).toContainText('Second Markets · 77c1')
})

test('AUTO says what it may do and has done, and why it does nothing', async ({ room }) => {
  await room.open()
  await expect(auto(room)).toContainText('Off')

  await room.patch({ rev: 2, fire: contestRoom.fire })
  await expect(auto(room)).toContainText('At work')
  await expect(auto(room)).toContainText('1 of 3 shots today')
  await expect(auto(room)).toContainText('1 trade at a time')

  const why = '3 of 3 shots of AUTO are used up today.'
  await room.patch({ rev: 3, fire: aFire({ selector: 'AUTO', auto: anAuto({ shotsToday: 3, why }) }) })
  await expect(auto(room)).toContainText(why)
})

test('twenty guards in a small room scroll by keyboard and leave the rest in sight', async ({
  page,
  room,
}) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  const many = Array.from({ length: 20 }, (_, n) => aGuard({ terminal: `desk-${n}`, leftMs: null }))
  await room.open({ view: { ...busyRoom, fire: aFire({ guards: many }) } })
  const list = strip(room).getByRole('list')

  await list.focus()
  await page.keyboard.press('End')

  await expect(guards(room).last()).toBeInViewport()
  expect((await list.boundingBox())?.height ?? Infinity).toBeLessThan(180)
  expect(await violations(page)).toEqual([])
})
