/** The proving ground in the window: what runs, what was found, how runs compare, and a day that is played again. */
import { violations } from '../support/axe.ts'
import { aReplayDay, busyLab, endedLab, idleLab, provingAnswers } from '../support/proving.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const goThere = (room: WarRoomPage) =>
  room.page.getByRole('button', { name: 'Proving ground', exact: true }).click()
const panel = (room: WarRoomPage, name: string) => room.page.getByRole('region', { name, exact: true })
const SMALL = { width: 1024, height: 640 }
const LARGE = { width: 1440, height: 900 }

test('a run is started, says how far it is, is cancelled, fails with its reason, and is opened when it is done', async ({
  page,
  room,
}) => {
  await room.open({ lab: idleLab, answers: provingAnswers })
  await goThere(room)
  const lab = panel(room, 'The lab')
  const form = page.getByRole('form', { name: 'Put it to the proof' })
  await expect(lab).toContainText('Nothing runs.')
  await form.getByText('How much of each is kept').click()
  await expect(form.getByText('EURUSD: 98,231 minutes, 19 Feb 2014 to 30 Apr 2014')).toBeVisible()

  await form.getByRole('button', { name: 'Walk-forward' }).click()
  await form.getByRole('button', { name: 'Rolling' }).click()
  await form.getByLabel('EURUSD').check()
  await form.getByLabel('Proposals from').fill('2014-03-01')
  await form.getByRole('button', { name: 'Start' }).click()
  const wishes = () => page.evaluate(() => window.fakeEngine.labWishes)
  expect(await wishes()).toEqual([
    {
      kind: 'start',
      plan: {
        job: 'walkforward',
        data: { is: 'desk', terminal: 'training-ground' },
        pairs: ['EURUSD'],
        fromMs: Date.UTC(2014, 2, 1),
        toMs: null,
        windows: { mode: 'rolling', fitMonths: 6, stepMonths: 1 },
        seed: 1,
      },
    },
  ])

  await page.evaluate(view => window.fakeEngine.tellLab(view), busyLab)
  await expect(lab).toContainText('Pairs followed: 1 of 4')
  await expect(lab.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1')
  await expect(lab).toContainText('GBPUSD is on another clock')
  await expect(form.getByRole('button', { name: 'Start' })).toBeDisabled()
  expect(await violations(page)).toEqual([])
  await lab.getByRole('button', { name: 'Cancel' }).click()
  expect((await wishes()).at(-1)).toEqual({ kind: 'cancel' })

  await page.evaluate(view => window.fakeEngine.tellLab(view), endedLab({ is: 'cancelled' }))
  await expect(lab).toContainText('Cancelled.')
  const text = 'The lab broke down (it ended with code 9). Nothing of the desk is lost: run it again.'
  await page.evaluate(
    view => window.fakeEngine.tellLab(view),
    endedLab({ is: 'failed', code: 'LAB_DOWN', text }),
  )
  await expect(lab.getByRole('alert')).toContainText(text)
  const refusal = { is: 'failed', code: 'LAB_BUSY', text: 'The lab is at work.' } as const
  await page.evaluate(answer => Object.assign(window.fakeEngine, { labAnswer: answer }), refusal)
  await form.getByRole('button', { name: 'Start' }).click()
  await expect(lab).toContainText('The lab is at work.')

  await page.evaluate(
    view => window.fakeEngine.tellLab(view),
    endedLab({ is: 'done', run: { trial: 3, seed: 1 } }),
  )
  await expect(lab).toContainText('Done in 42 s.')
  await lab.getByRole('button', { name: 'Open it' }).click()
  await expect(panel(room, 'Walk-forward 3')).toContainText('no expectancy above nought is shown')

  await form.getByRole('button', { name: 'Made up' }).click()
  await expect(form).toContainText('say nothing about any market')
  await form.getByRole('button', { name: 'Files' }).click()
  await expect(form.getByRole('button', { name: 'Start' })).toBeDisabled()
  await page.evaluate(folder => Object.assign(window.fakeEngine, { labFolder: folder }), {
    is: 'folder',
    path: '/home/me/m1',
  })
  await form.getByRole('button', { name: 'Choose…' }).click()
  await expect(form.getByLabel('Folder or file')).toHaveValue('/home/me/m1')
  expect(await violations(page)).toEqual([])
})

test('runs are listed with their intervals, compared where they differ for certain, and opened', async ({
  page,
  room,
}) => {
  await room.open({ lab: idleLab, answers: provingAnswers })
  await goThere(room)
  const found = panel(room, 'What was found')
  const row = found.getByRole('row', { name: /Walk-forward 3/ })
  await expect(row).toContainText('412')
  await expect(row).toContainText('−0.130 to +0.106')
  await expect(found.getByRole('row', { name: /Backtest 5/ })).toContainText('Made up')
  await expect(found).toContainText('It was kept by another version of BITTEN')
  for (const size of [LARGE, SMALL]) {
    await page.setViewportSize(size)
    expect(await violations(page)).toEqual([])
    await room.picture(`proving-${size.width}`)
  }
  await page.setViewportSize(LARGE)

  const compare = found.getByRole('button', { name: /^Compare/ })
  await expect(compare).toBeDisabled()
  await row.getByRole('checkbox').check()
  await found
    .getByRole('row', { name: /Walk-forward 4/ })
    .getByRole('checkbox')
    .check()
  await found
    .getByRole('row', { name: /Backtest 5/ })
    .getByRole('checkbox')
    .check()
  await found.getByRole('button', { name: 'Compare 3' }).click()
  const beside = panel(room, 'Side by side')
  await expect(beside.getByRole('row', { name: /^Expectancy, net/ })).toContainText('▲ above the first')
  await expect(beside.getByRole('row', { name: /^Profit factor/ })).not.toContainText('▲')
  await expect(beside).toContainText('simulated market')
  expect(await violations(page)).toEqual([])
  await room.picture('proving-compare')
  await beside.getByRole('button', { name: 'All runs' }).click()

  await found.getByRole('button', { name: 'Walk-forward 3' }).click()
  const report = panel(room, 'Walk-forward 3')
  await expect(report).toContainText('Chance that this is no luck of so many looks: 1 %.')
  await expect(report.getByRole('img', { name: /^What was said of targets/ })).toBeVisible()
  await expect(report).toContainText('Left out: GBPUSD is on another clock')
  for (const size of [LARGE, SMALL]) {
    await page.setViewportSize(size)
    expect(await violations(page)).toEqual([])
    await room.picture(`proving-report-${size.width}`)
  }
})

test('it says what it waits for, that nothing was run or kept yet, and why it cannot be read', async ({
  page,
  room,
}) => {
  await room.open({ lab: null, answers: {} })
  await goThere(room)
  await expect(panel(room, 'The lab')).toContainText('Asking the lab.')
  await expect(panel(room, 'What was found')).toContainText('Reading what the lab has kept.')

  const silent = { is: 'failed', code: 'NO_ANSWER', text: 'Nobody answered for 10 s.' } as const
  const none = { is: 'answer', value: { runs: [], older: 0 } } as const
  await room.open({
    lab: silent,
    answers: { labRuns: none, labMarket: { is: 'answer', value: { terminals: [] } } },
  })
  await goThere(room)
  await expect(panel(room, 'The lab').getByRole('alert')).toContainText('Nobody answered for 10 s.')
  await page.evaluate(view => Object.assign(window.fakeEngine, { lab: view }), idleLab)
  await panel(room, 'The lab').getByRole('button', { name: 'Ask again' }).click()
  await expect(panel(room, 'The lab')).toContainText('Nothing runs.')
  await expect(panel(room, 'What was found')).toContainText('Nothing has been run yet.')
  await expect(page.getByRole('form')).toContainText('The desk has kept no minute yet.')
  await page.getByRole('button', { name: 'Replay a day' }).click()
  await expect(panel(room, 'Replay of a day')).toContainText('any day of them can be replayed')
  expect(await violations(page)).toEqual([])
})

test('a day is played, stepped and jumped through, and tells nothing before its time', async ({
  page,
  room,
}) => {
  await room.open({ lab: idleLab, answers: provingAnswers })
  await goThere(room)
  await page.getByRole('button', { name: 'Replay a day' }).click()
  const replay = panel(room, 'Replay of a day')
  const log = panel(room, 'What happened so far')
  const now = replay.getByRole('status')
  await expect(
    replay.getByRole('img', { name: /candles of the bid to 00:01 UTC, 1 of the day/ }),
  ).toBeVisible()
  await expect(log).toContainText('Nothing yet.')

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(now).toHaveText('00:02 UTC')
  await replay.getByRole('button', { name: '+1 min' }).click()
  await expect(now).toHaveText('00:03 UTC')

  await replay.getByRole('button', { name: 'To the next mission' }).click()
  await expect(now).toHaveText('00:20 UTC')
  await expect(log.getByRole('listitem')).toHaveCount(1)
  await expect(log).toContainText('Long SQZ-FADE issued, GOLD')
  await expect(log).not.toContainText('+1.68 R')

  await replay.getByRole('button', { name: '60×' }).click()
  await page.keyboard.press('Space')
  await expect(log).toContainText('Closed: Target reached, +1.68 R')
  await expect(replay.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(replay.getByRole('button', { name: 'Play' })).toBeVisible()
  const still = await now.textContent()
  await page.waitForTimeout(300)
  await expect(now).toHaveText(still ?? '')
  await expect(log).not.toContainText('Short SQZ-FADE')
  for (const size of [LARGE, SMALL]) {
    await page.setViewportSize(size)
    expect(await violations(page)).toEqual([])
    await room.picture(`replay-${size.width}`)
  }

  await log.getByRole('button', { name: /Long opened/ }).click()
  await expect(now).toHaveText('00:22 UTC')
  await expect(log).not.toContainText('Closed:')
  await replay.getByRole('button', { name: 'To the next mission' }).click()
  await replay.getByRole('button', { name: 'To the next mission' }).click()
  await expect(replay).toContainText('No further mission on this day.')

  await page.evaluate(answer => Object.assign(window.fakeEngine.answers, { replayDay: answer }), {
    is: 'answer',
    value: { is: 'none' },
  })
  await page.getByRole('button', { name: 'The day before' }).click()
  await expect(replay).toContainText('No minute of this day is kept, or its market has not come to it yet.')
  const asked = await page.evaluate(() => window.fakeEngine.questions.at(-1))
  expect(asked).toMatchObject({
    kind: 'replayDay',
    pair: 'EURUSD',
    dayMs: (aReplayDay.bars[0]?.openMs ?? 0) - 86_400_000,
  })
})
