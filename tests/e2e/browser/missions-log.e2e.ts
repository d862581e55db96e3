/** The log of missions in the window: the list, one whole story, and what it says when there is nothing. */
import { violations } from '../support/axe.ts'
import { firedMission, noMissions, pageOfADay, storyOf } from '../support/missions.ts'
import { unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const story = (room: WarRoomPage) => room.page.getByRole('region', { name: 'Story' })
const log = (room: WarRoomPage) => room.page.getByRole('region', { name: 'Missions log' })
const goThere = (room: WarRoomPage) => room.page.getByRole('button', { name: 'Log', exact: true }).click()
const answers = { missionsPage: pageOfADay, missionStory: storyOf(firedMission) }

test('each mission is a line with what became of it, and a ghost is never called a result', async ({
  page,
  room,
}) => {
  await room.open({ answers })
  await goThere(room)

  const fired = log(room).getByRole('button', { name: /BIGBAR-FADE.*Closed/ })
  await expect(fired).toContainText(/\+\d\.\d\d R/)
  await expect(log(room).getByRole('listitem').filter({ hasText: 'Refused' }).first()).toContainText(
    'Value below gate',
  )
  await expect(
    log(room)
      .getByText(/^ghost [+−]\d/)
      .first(),
  ).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('a story goes from the tick to the end, with who decided, every figure, and how long each stage took', async ({
  page,
  room,
}) => {
  await room.open({ answers })
  await goThere(room)

  await log(room)
    .getByRole('button', { name: /BIGBAR-FADE.*Closed/ })
    .click()
  await expect(story(room)).toContainText(firedMission)
  await expect(story(room)).toContainText('Shot denied')
  await expect(story(room)).toContainText(/Fired\s*window/)
  await expect(story(room)).toContainText('Order recorded')
  await expect(story(room)).toContainText(/ticket \d+/)
  await expect(story(room)).toContainText('Target reached')
  await expect(story(room)).toContainText('Answered to filled')
  await expect(story(room)).toContainText('driftless probability')
  expect(await violations(page)).toEqual([])
  await room.picture('missions-log')
})

test('a filter asks the archive, and one that passes nothing says so', async ({ page, room }) => {
  await room.open({ answers })
  await goThere(room)
  await expect(log(room).getByRole('listitem').first()).toBeVisible()

  await page.evaluate(missionsPage => Object.assign(window.fakeEngine.answers, { missionsPage }), noMissions)
  await log(room).getByRole('button', { name: 'Declined' }).click()
  await expect(log(room)).toContainText('None among these.')
})

test('it says that there is none, why it could not be read, and that no account is linked', async ({
  room,
}) => {
  await room.open({ answers: { missionsPage: noMissions } })
  await goThere(room)
  await log(room).getByRole('button', { name: 'All', exact: true }).click()
  await expect(log(room)).toContainText('No mission yet.')
  await expect(story(room)).toContainText('Choose a mission.')

  const text = 'The ledger can’t be read: disk I/O error.'
  await room.open({ answers: { missionsPage: { is: 'failed', code: 'LEDGER', text } } })
  await goThere(room)
  await expect(log(room).getByRole('alert')).toContainText(text)

  await room.open({ answers: { ...answers, missionStory: { is: 'answer', value: { story: null } } } })
  await goThere(room)
  await expect(story(room)).toContainText('The ledger knows no such mission.')

  await room.open({ view: unlinkedRoom })
  await goThere(room)
  await expect(log(room)).toContainText('No account yet.')
})
