/** The notebook: what was written, what is written now, reports, drills, and calm words on a bad day. */
import { violations } from '../support/axe.ts'
import { aChart, emptyNotebook, dueOnTheWall, notebookAnswers } from '../support/notebook.ts'
import { busyRoom, unlinkedRoom } from '../support/rooms.ts'
import { aFire, aGuard, aTrade } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const turnTo = (room: WarRoomPage) => room.page.getByRole('button', { name: /^Notebook/ }).click()
const panel = (room: WarRoomPage, name: string) => room.page.getByRole('region', { name, exact: true })
const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)
const asked = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.questions)

test('notes hang newest first, with what became of their trade, whatever the script they are in', async ({
  page,
  room,
}) => {
  await room.open({ answers: notebookAnswers })
  await turnTo(room)

  const rows = panel(room, 'Notebook').getByRole('group', { name: 'Notebook' }).getByRole('button')
  await expect(rows).toHaveCount(4)
  await expect(rows.first()).toContainText('סבלנות')
  await expect(rows.last()).toContainText('The second test is the trade.')
  await expect(rows.last()).toContainText('+2.00 R')
  await expect(panel(room, 'Notebook')).toContainText('Waiting for a debrief: 2')
  await room.picture('notebook')
  expect(await violations(page)).toEqual([])
})

test('a note is written with its lesson and its marks', async ({ page, room }) => {
  await room.open({ answers: emptyNotebook })
  await turnTo(room)
  await expect(panel(room, 'Notebook')).toContainText('No note yet.')
  const sheet = panel(room, 'A new note')

  await sheet.getByLabel('What happened').fill('Waited.')
  await sheet.getByLabel('Lesson').fill('Waiting is a position.')
  await sheet.getByLabel('Your own words').fill('pull back,  news spike, ')
  for (const mood of ['Calm', 'Tired', 'Bored', 'Angry'])
    await sheet.getByRole('button', { name: mood }).click()
  await expect(sheet.getByRole('button', { name: 'Greedy' })).toBeDisabled()
  await sheet.getByRole('button', { name: 'Bored' }).click()
  await sheet.getByRole('button', { name: 'Write it down' }).click()

  await expect(sheet.getByLabel('What happened')).toHaveValue('')
  expect(await commands(room)).toEqual([
    {
      kind: 'writeJournal', entry: null, account: 'simulated', order: null, mission: null, text: 'Waited.', lesson: 'Waiting is a position.',
      emotions: ['calm', 'tired', 'angry'], mistakes: [], patterns: ['pull back', 'news spike'],
    },
  ]) // prettier-ignore
  await expect(page.getByText('Recorded and sent to the terminal.')).toBeVisible()
})

test('what is refused stays on the sheet, with the reason beside it', async ({ room }) => {
  const text = 'A note without a word or a mark is not kept: write a sentence, or choose a mark.'
  await room.open({ answers: emptyNotebook, commandAnswer: { is: 'refused', code: 'EMPTY_NOTE', text } })
  await turnTo(room)
  await panel(room, 'A new note').getByLabel('Lesson').fill('  ')
  await panel(room, 'A new note').getByRole('button', { name: 'Write it down' }).click()

  await expect(panel(room, 'A new note').getByRole('alert')).toHaveText(text)
  await expect(panel(room, 'A new note').getByLabel('Lesson')).toHaveValue('  ')
})

test('more patterns than a note can hold are said before they are sent', async ({ room }) => {
  await room.open({ answers: emptyNotebook })
  await turnTo(room)
  const sheet = panel(room, 'A new note')

  await sheet.getByLabel('Your own words').fill('a, b, c, d, e, f, g, h, i')
  await expect(sheet.getByRole('alert')).toContainText('At most eight patterns')
  await expect(sheet.getByRole('button', { name: 'Write it down' })).toBeDisabled()
  await sheet.getByLabel('Your own words').fill('a, b, c, d, e, f, g, h,')
  await expect(sheet.getByRole('button', { name: 'Write it down' })).toBeEnabled()
})

test('an earlier note is changed under its own name, and can be left as it was', async ({ room }) => {
  await room.open({ answers: notebookAnswers })
  await turnTo(room)
  await room.page.getByRole('button', { name: /jobs report/ }).click()
  const sheet = panel(room, 'Change a note')

  await expect(sheet.getByLabel('What happened')).toHaveValue(/minute before the jobs report/)
  await expect(sheet.getByRole('button', { name: 'Against news' })).toHaveAttribute('aria-pressed', 'true')
  await expect(sheet.getByRole('button', { name: 'No', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await sheet.getByLabel('Lesson').fill('Not before news.')
  await sheet.getByRole('button', { name: 'Keep the change' }).click()

  const [change] = await commands(room)
  expect(change).toMatchObject({
    kind: 'writeJournal',
    lesson: 'Not before news.',
    mistakes: ['againstNews'],
  })
  expect(change).not.toMatchObject({ entry: null })
  await expect(panel(room, 'A new note')).toBeVisible()
})

test('a trade that waits is debriefed: the plan first, then the note, and neither loses the other', async ({
  room,
}) => {
  await room.open({ answers: notebookAnswers })
  await turnTo(room)
  await room.page.getByRole('group', { name: 'Waiting for a debrief' }).getByRole('button').first().click()
  const sheet = panel(room, 'Debrief')

  await sheet.getByLabel('What happened').fill('Out by hand.')
  await sheet.getByRole('button', { name: 'No', exact: true }).click()
  await expect(sheet.getByRole('button', { name: 'No', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(sheet.getByLabel('What happened')).toHaveValue('Out by hand.')
  await sheet.getByRole('button', { name: 'Write it down' }).click()

  await expect
    .poll(async () => (await commands(room)).map(({ kind }) => kind))
    .toEqual(['debriefTrade', 'writeJournal'])
})

test('the search asks the archive for the words as they are typed', async ({ room }) => {
  await room.open({ answers: notebookAnswers })
  await turnTo(room)
  await room.page.getByRole('searchbox', { name: 'Search' }).fill('café 🚀')

  await expect
    .poll(async () => (await asked(room)).at(-1))
    .toMatchObject({ kind: 'journalPage', search: 'café 🚀' })
})

test('a report is said in three tones with the same figures', async ({ room }) => {
  await room.open({ answers: notebookAnswers })
  await turnTo(room)
  const reports = panel(room, 'Reports')

  await expect(reports).toContainText('Drill report: 10 trades, 4 won and 6 lost, +2.10 R')
  await reports.getByRole('button', { name: 'Harsh' }).click()
  await expect(reports).toContainText('The record takes no excuses and pays no compliments.')
  await reports.getByRole('button', { name: 'SITREP' }).click()
  await expect(reports).toContainText(
    '10 trades cannot tell skill from luck. Draw no conclusion, good or bad.',
  )
})

test('a drill asks on the own record, and says why the answer is right', async ({ page, room }) => {
  await room.open({
    answers: notebookAnswers,
    commandAnswer: { is: 'done', text: 'Right. +2.10 R ÷ 10 = +0.21 R.' },
  })
  await turnTo(room)
  await page.getByRole('button', { name: 'Open the drill: Expectancy' }).click()
  const sheet = page.getByRole('dialog', { name: 'Expectancy' })

  await expect(sheet).toContainText('Your own record: the last 10 closed trades of this kind of account.')
  await sheet.getByRole('button', { name: '+0.21 R' }).click()
  await expect(sheet.getByRole('status')).toHaveText('Right. +2.10 R ÷ 10 = +0.21 R.')
  expect(await commands(room)).toEqual([
    { kind: 'answerLesson', account: 'simulated', lesson: 'expectancy', answer: '+0.21 R' },
  ])
  expect(await violations(page)).toEqual([])
  await room.picture('drill')
})

test('on a bad day there are calm words, a debrief and a drill, and never a trade', async ({
  page,
  room,
}) => {
  const guards = [aGuard({ guard: 'TILT_WARNING', blocks: false }), aGuard()]
  await room.open({ answers: notebookAnswers, view: { ...busyRoom, fire: aFire({ guards }) } })
  const calm = panel(room, 'An hour of quiet')

  await expect(calm).toContainText('let the hour pass')
  await expect(panel(room, 'Three in a row')).toHaveCount(0)
  await expect(calm.getByRole('button')).toHaveText(['Write a debrief', 'Do a drill'])
  await room.picture('calm')
  await calm.getByRole('button', { name: 'Write a debrief' }).click()

  await expect(panel(room, 'An hour of quiet')).toBeVisible()
  await expect(panel(room, 'Care')).toContainText('116 123')
  await room.picture('notebook-calm')
  expect(await violations(page)).toEqual([])
})

test('a closed trade is debriefed where it hangs', async ({ page, room }) => {
  const closed = [aTrade()]
  await room.open({
    view: { ...busyRoom, closed },
    answers: { ...notebookAnswers, debriefsDue: dueOnTheWall(aTrade().order) },
  })
  await page.getByRole('button', { name: 'Debrief EURUSD' }).click()
  const sheet = page.getByRole('dialog', { name: 'Debrief EURUSD' })

  await sheet.getByRole('button', { name: 'Yes' }).click()
  await expect(sheet.getByRole('button', { name: 'Yes' })).toHaveAttribute('aria-pressed', 'true')
  expect(await violations(page)).toEqual([])
  await room.picture('debrief-trade')
  await sheet.getByLabel('Lesson').fill('Let it run.')
  await sheet.getByRole('button', { name: 'Write it down' }).click()

  await expect(sheet).toHaveCount(0)
  expect(await commands(room)).toMatchObject([
    { kind: 'debriefTrade', order: aTrade().order, keptPlan: true },
    { kind: 'writeJournal', order: aTrade().order, lesson: 'Let it run.', account: 'simulated' },
  ])
})

test('the briefing says what was learnt last time, and what became of it', async ({ room }) => {
  await room.open({ answers: notebookAnswers })

  await expect(panel(room, 'Last time')).toContainText('The second test is the trade.')
  await expect(panel(room, 'Last time')).toContainText('same setup and pair')
  await expect(panel(room, 'Last time')).toContainText('+2.00 R')
  await room.picture('last-time')
})

test('before any terminal, and where the archive says no, it says what is the case', async ({
  page,
  room,
}) => {
  await room.open({ view: unlinkedRoom })
  await turnTo(room)
  await expect(panel(room, 'Notebook')).toContainText('No account has been linked yet.')
  await expect(panel(room, 'Care')).toContainText('When to stop')

  const failed = { is: 'failed', code: 'LEDGER_BUSY', text: 'The ledger cannot be read now.' } as const
  await room.open({
    answers: { journalPage: failed, drillReport: failed, lessons: failed, debriefsDue: failed },
  })
  await turnTo(room)
  await expect(panel(room, 'Notebook').getByRole('alert')).toContainText('The ledger cannot be read now.')
  expect(await violations(page)).toEqual([])
})

test('the chart of the trade hangs above its debrief, and what cannot be drawn is said', async ({
  page,
  room,
}) => {
  await room.open({ answers: notebookAnswers })
  const base64 = await aChart()
  await page.evaluate(told => {
    const image = Uint8Array.from(atob(told), letter => letter.charCodeAt(0))
    window.fakeEngine.answers = {
      ...window.fakeEngine.answers,
      tradePicture: { is: 'answer', value: { is: 'chart', image } },
    }
  }, base64)
  await turnTo(room)
  await page.getByRole('button', { name: /jobs report/ }).click()

  await expect(
    panel(room, 'Change a note').getByRole('img', { name: 'Chart of EURUSD around this trade' }),
  ).toBeVisible()
  expect(await violations(page)).toEqual([])
  await room.picture('notebook-chart')

  const text = 'The ledger has no closed trade of this order.'
  await room.open({
    answers: { ...notebookAnswers, tradePicture: { is: 'answer', value: { is: 'unknown', text } } },
  })
  await turnTo(room)
  await page.getByRole('button', { name: /jobs report/ }).click()
  await expect(panel(room, 'Change a note')).toContainText(text)
})

test('a small window keeps the notes beside the sheet, and everything in reach', async ({ page, room }) => {
  await page.setViewportSize({ width: 1_024, height: 640 })
  await room.open({ answers: notebookAnswers })
  await turnTo(room)

  await expect(panel(room, 'A new note').getByRole('button', { name: 'Write it down' })).toBeAttached()
  await panel(room, 'Care').scrollIntoViewIfNeeded()
  await expect(panel(room, 'Care')).toBeInViewport()
  await room.picture('notebook-1024')
})
