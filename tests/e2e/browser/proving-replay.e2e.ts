/** A day of the proving ground that is told late, or that began with a trade of the evening before. */
import { violations } from '../support/axe.ts'
import { aHeldDay, idleLab, provingAnswers } from '../support/proving.ts'
import { busyRoom } from '../support/rooms.ts'
import { at, MARKET_MS } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'

const NO_CLOCK = { is: 'answer', value: { is: 'noClock' } } as const

test('a day of the training ground waits for its clock, and is read as soon as that is known', async ({
  page,
  room,
}) => {
  const view = { ...busyRoom, marketMs: null }
  await room.open({ view, lab: idleLab, answers: { ...provingAnswers, replayDay: NO_CLOCK } })
  await page.getByRole('button', { name: 'Proving ground', exact: true }).click()
  await page.getByRole('button', { name: 'Replay a day' }).click()
  const replay = page.getByRole('region', { name: 'Replay of a day', exact: true })
  await expect(replay).toContainText('How late it is on the training ground is not known')
  await expect(replay).toContainText('show it in the War Room')
  expect(await violations(page)).toEqual([])
  const asked = () => page.evaluate(() => window.fakeEngine.questions.at(-1))
  expect(await asked()).toMatchObject({ kind: 'replayDay', marketMs: null })

  await page.evaluate(
    answer => Object.assign(window.fakeEngine.answers, { replayDay: answer }),
    provingAnswers.replayDay,
  )
  await room.patch({ rev: busyRoom.rev + 1, marketMs: at(MARKET_MS) })
  await expect(replay.getByRole('status')).toHaveText('00:01 UTC')
  expect(await asked()).toMatchObject({ kind: 'replayDay', marketMs: MARKET_MS })
})

test('a trade of the evening before says on which day it was opened', async ({ page, room }) => {
  const replayDay = { is: 'answer', value: aHeldDay } as const
  await room.open({ lab: idleLab, answers: { ...provingAnswers, replayDay } })
  await page.getByRole('button', { name: 'Proving ground', exact: true }).click()
  await page.getByRole('button', { name: 'Replay a day' }).click()
  const log = page.getByRole('region', { name: 'What happened so far', exact: true })
  await expect(log.getByRole('listitem')).toHaveText('29 Apr 22:14Short opened')
  await page.getByRole('button', { name: 'To the next mission' }).click()
  await expect(log.getByRole('listitem').first()).toHaveText('00:20Long SQZ-FADE issued, GOLD')
  expect(await violations(page)).toEqual([])
  await room.picture('replay-held')
})
