/** What execution costs, in the window: by part, by hour and by step, and honest about how few they are. */
import { violations } from '../support/axe.ts'
import { costsOf } from '../support/costs.ts'
import { busyRoom, unlinkedRoom } from '../support/rooms.ts'
import { aTrade, ulid } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const opener = (room: WarRoomPage) => room.page.getByRole('button', { name: 'What execution costs' })
const sheet = (room: WarRoomPage) => room.page.getByRole('dialog', { name: 'What execution costs' })
const table = (room: WarRoomPage, name: string) => sheet(room).getByRole('table', { name })

test('it begins with what cost the most, and adds up each part in R and in money', async ({ page, room }) => {
  await room.open({ costs: costsOf(40, 'simulated') })
  await opener(room).click()

  await expect(sheet(room)).toContainText('cost the most')
  await expect(sheet(room)).toContainText('Training, 40 closed trades')
  await expect(table(room, 'By part').getByRole('columnheader')).toHaveText(['Part', 'n', 'Median', 'One in ten', 'Sum', 'Sum, USD']) // prettier-ignore
  await expect(table(room, 'By part').getByRole('row', { name: /^Commission/ })).toContainText('2.62 R')
  await expect(table(room, 'By part').getByRole('row', { name: /^Together/ })).toContainText('40')
  expect(await violations(page)).toEqual([])
  await room.picture('costs')
})

test('hours with too few trades are counted and added up, and no more is said of them', async ({ room }) => {
  await room.open({ costs: costsOf(40, 'simulated') })
  await opener(room).click()
  const hour = (name: RegExp) => table(room, 'By hour').getByRole('row', { name })

  await expect(hour(/^09/)).not.toContainText('too few')
  await expect(hour(/^12/)).toContainText('8')
  await expect(hour(/^12/)).toContainText('too few')
})

test('each step says how long it took', async ({ room }) => {
  await room.open({ costs: costsOf(40, 'simulated') })
  await opener(room).click()

  await expect(table(room, 'By step').getByRole('row', { name: /^Recorded to deal/ })).toContainText(/\d+ ms/)
})

test('three trades say nothing yet, in words', async ({ room }) => {
  await room.open({ costs: costsOf(3, 'simulated') })
  await opener(room).click()

  await expect(sheet(room)).toContainText(
    'Too few closed trades to say what cost the most: 3 of at least 10.',
  )
  await expect(table(room, 'By part').getByRole('row', { name: /^Spread/ })).toContainText('too few')
})

test('it says what it waits for, that there is nothing, and why it could not be read', async ({
  page,
  room,
}) => {
  await room.open({ costs: null })
  await opener(room).click()
  await expect(sheet(room)).toContainText('Adding up.')

  await room.open({ costs: costsOf(0, 'simulated') })
  await opener(room).click()
  await expect(sheet(room)).toContainText('No trade has been closed yet.')

  const text = 'The ledger can’t be read: disk I/O error.'
  await room.open({ costs: { is: 'failed', code: 'LEDGER', text } })
  await opener(room).click()
  await expect(sheet(room).getByRole('alert')).toContainText(text)
  await page.evaluate(costs => (window.fakeEngine.costs = costs), costsOf(12, 'simulated'))
  await sheet(room).getByRole('button', { name: 'Read again' }).click()
  await expect(sheet(room)).toContainText('12 closed trades')

  await room.open({ view: unlinkedRoom })
  await opener(room).click()
  await expect(sheet(room)).toContainText('No account yet.')
})

test('it is read again when a trade is closed while it is open', async ({ page, room }) => {
  await room.open({ costs: costsOf(12, 'simulated') })
  await opener(room).click()
  await expect(sheet(room)).toContainText('12 closed trades')

  await page.evaluate(costs => (window.fakeEngine.costs = costs), costsOf(13, 'simulated'))
  await room.patch({ rev: 2, closed: [aTrade({ order: ulid(30) }), ...busyRoom.closed] })

  await expect(sheet(room)).toContainText('13 closed trades')
})
