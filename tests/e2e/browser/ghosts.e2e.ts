/** Ghosts in the window: what each filter and each no has saved or cost, and never a result. */
import { violations } from '../support/axe.ts'
import { ghostsOf } from '../support/missions.ts'
import { unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const ghosts = (room: WarRoomPage) => room.page.getByRole('region', { name: 'Ghosts' })
const weeks = (room: WarRoomPage) => room.page.getByRole('region', { name: 'By week' })
const goThere = (room: WarRoomPage) => room.page.getByRole('button', { name: 'Ghosts', exact: true }).click()
const row = (room: WarRoomPage, name: RegExp) => ghosts(room).getByRole('row', { name })

test('each filter says what it has saved or cost, with its interval, and that none of it is a result', async ({
  page,
  room,
}) => {
  await room.open({ answers: { ghosts: ghostsOf(900) } })
  await goThere(room)

  await expect(ghosts(room)).toContainText('Ghosts are never results.')
  await expect(row(room, /^Filter ?Spread above norm/)).toContainText('Saved R')
  await expect(row(room, /^Filter ?Spread above norm/)).toContainText(/95 % from −\d/)
  await expect(row(room, /^Filter ?Cooldown/)).toContainText('Cost R')
  await expect(row(room, /^All, each once/)).toContainText(/\d{3}/)
  const said = page.getByRole('region', { name: 'Said and met, had they been taken' })
  await expect(said).toContainText(/n 578, Brier 0\.\d{3}/)
  expect(await violations(page)).toEqual([])
  await room.picture('ghosts')
})

test('a week narrows the table to itself and says so', async ({ page, room }) => {
  await room.open({ answers: { ghosts: ghostsOf(900) } })
  await goThere(room)
  await page.evaluate(value => Object.assign(window.fakeEngine.answers, { ghosts: value }), ghostsOf(24))
  await weeks(room).getByRole('button').first().click()
  await expect(ghosts(room)).toContainText(/Week from \w{3}, \d\d/)
  await expect(row(room, /^Filter ?Value below gate/)).toContainText('Too few')
})

test('it says what it waits for, that there is none, why it could not be read, and that no account is linked', async ({
  page,
  room,
}) => {
  await room.open({ answers: {} })
  await goThere(room)
  await expect(ghosts(room)).toContainText('Calling the roll.')

  await room.open({ answers: { ghosts: ghostsOf(0) } })
  await goThere(room)
  await expect(ghosts(room)).toContainText('No ghost has ended yet.')

  const text = 'The ledger can’t be read: disk I/O error.'
  await room.open({ answers: { ghosts: { is: 'failed', code: 'LEDGER', text } } })
  await goThere(room)
  await expect(ghosts(room).getByRole('alert')).toContainText(text)
  await page.evaluate(value => Object.assign(window.fakeEngine.answers, { ghosts: value }), ghostsOf(90))
  await ghosts(room).getByRole('button', { name: 'Read again' }).click()
  await expect(ghosts(room)).toContainText('Training · ')

  await room.open({ view: unlinkedRoom })
  await goThere(room)
  await expect(ghosts(room)).toContainText('No account yet.')
})
