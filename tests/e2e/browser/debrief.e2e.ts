/** The debrief, in the window: what closed trades came to, how sure that is, and honest about how few they are. */
import { readFileSync } from 'node:fs'
import { violations } from '../support/axe.ts'
import { debriefAnswer } from '../support/debriefs.ts'
import { unlinkedRoom } from '../support/rooms.ts'
import { expect, test, type WarRoomPage } from '../support/war-room.ts'

const open = async (room: WarRoomPage, script: Parameters<WarRoomPage['open']>[0]) => {
  await room.open(script)
  await room.page.getByRole('button', { name: /^Debrief/ }).click()
}
const panel = (room: WarRoomPage, name: string) => room.page.getByRole('region', { name })

test('it shows each figure with its interval, the curve with its falls, and promises beside results', async ({
  page,
  room,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await open(room, { answers: { debrief: debriefAnswer({ trades: 420, p: 0.44 }) } })

  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Training, 420 closed trades')
  const figures = panel(room, 'How good, and how sure')
  await expect(figures).toContainText(/Win rate\d+ %between \d+ % and \d+ % · n 420 · breaks even at \d+ %/)
  await expect(figures).toContainText(/Expectancy[+−]\d\.\d\d R/)
  await expect(panel(room, 'Equity and drawdown')).toContainText(
    /Deepest fall \d+\.\d %, now \d+\.\d % below/,
  )
  await expect(panel(room, 'Promised and got')).toContainText('no alarm')
  await expect(page.locator('.recharts-surface')).toHaveCount(6)
  await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined/)
  expect(await violations(page)).toEqual([])
  await room.patch({ rev: 2 })
  await room.picture('debrief')
})

test('the charts are there with the figures: nothing of the page still says that it reads', async ({
  page,
  room,
}) => {
  await room.open({ answers: { debrief: debriefAnswer({ trades: 420 }) } })
  const seen = await page.evaluateHandle(() => {
    const told = { figures: 0, waiting: 0 }
    new MutationObserver(() => {
      const text = document.querySelector('main')?.textContent ?? ''
      if (!text.includes('420 closed trades')) return
      told.figures += 1
      if (text.includes('Reading the record.')) told.waiting += 1
    }).observe(document.body, { childList: true, subtree: true })
    return told
  })
  await page.getByRole('button', { name: /^Debrief/ }).click()
  await expect(page.locator('.recharts-surface')).toHaveCount(6)

  const { figures, waiting } = await seen.jsonValue()
  expect(figures).toBeGreaterThan(0)
  expect(waiting).toBe(0)
})

test('a row is looked at alone by a click, and let go of at the top', async ({ page, room }) => {
  await open(room, { answers: { debrief: debriefAnswer({ trades: 420 }) } })
  const debrief = debriefAnswer({ trades: 420 }, { pair: ['EURJPY'] })
  await page.evaluate(value => (window.fakeEngine.answers = { debrief: value }), debrief)

  await page.getByRole('button', { name: 'Only Pair: EURJPY' }).click()
  await expect(page.getByRole('group', { name: 'Filters' })).not.toContainText('420')
  await expect(page.getByRole('button', { name: 'Only Pair: EURJPY' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(panel(room, 'Equity and drawdown')).toContainText('Running sum of R')

  await page.evaluate(
    value => (window.fakeEngine.answers = { debrief: value }),
    debriefAnswer({ trades: 420 }),
  )
  await page.getByRole('button', { name: 'Without the filter Pair: EURJPY' }).click()
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('420 closed trades')
})

test('the trades behind it, as they are filtered, are saved for a spreadsheet', async ({ page, room }) => {
  const csv = 'account,opened_utc\r\ndemo,2014-05-05 08:00:00\r\n'
  const answers = { debrief: debriefAnswer({ trades: 420 }, { pair: ['EURJPY'] }) }
  await open(room, {
    answers: { ...answers, debriefTrades: { is: 'answer', value: { csv, trades: 1 } } },
  })
  await page.getByRole('button', { name: 'Only Pair: EURJPY' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ])

  expect(download.suggestedFilename()).toBe('bitten-simulated-trades.csv')
  expect(readFileSync(await download.path(), 'utf8')).toBe(csv)
  const questions = await page.evaluate(() => window.fakeEngine.questions)
  expect(questions.at(-1)).toEqual({
    kind: 'debriefTrades',
    account: 'simulated',
    scope: null,
    filter: { fromMs: null, toMs: null, keys: { pair: ['EURJPY'] } },
  })
  await page.evaluate(
    value =>
      (window.fakeEngine.answers = {
        ...value,
        debriefTrades: { is: 'failed', code: 'LEDGER', text: 'The ledger can’t be read.' },
      }),
    answers,
  )
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  await expect(page.getByRole('group', { name: 'Filters' }).getByRole('alert')).toContainText(
    'The ledger can’t be read.',
  )
  await room.picture('debrief-csv')
})

test('nine trades are added up and no more is said of them', async ({ room }) => {
  await open(room, { answers: { debrief: debriefAnswer({ trades: 9 }) } })

  const figures = panel(room, 'How good, and how sure')
  await expect(figures).toContainText('Win ratetoo few9 of 10 trades')
  await expect(figures).not.toContainText(/Win rate\d/)
  await expect(panel(room, 'Said and met')).toContainText('Too few outcomes')
  await expect(panel(room, 'Promised and got')).toContainText('Too few promises: 9 of 30.')
  await room.patch({ rev: 2 })
  await room.picture('debrief-few')
})

test('drift raises its voice', async ({ page, room }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await open(room, { answers: { debrief: debriefAnswer({ trades: 300, p: 0.18 }) } })

  await expect(panel(room, 'Promised and got').getByRole('alert')).toContainText(
    'fall short of what the missions promised',
  )
  await expect(page.locator('.recharts-surface')).toHaveCount(6)
  await room.patch({ rev: 2 })
  await room.picture('debrief-drift')
})

test('trades of an old ledger are counted, and what nobody recorded is said to be unknown', async ({
  room,
}) => {
  await open(room, { answers: { debrief: debriefAnswer({ trades: 60, isOld: true }) } })

  await expect(panel(room, 'Equity and drawdown')).toContainText('Running sum of R')
  await expect(panel(room, 'Against and for')).toContainText('Not measured yet.')
  await room.page.getByRole('button', { name: 'Setup', exact: true }).click()
  await expect(panel(room, 'By what it differs').getByRole('row', { name: /Not known/ })).toContainText('60')
})

test('it says what it waits for, that there is nothing, why it could not be read, and that nobody is linked', async ({
  page,
  room,
}) => {
  await open(room, {})
  await expect(panel(room, 'Debrief')).toContainText('Reading the record.')

  await open(room, { answers: { debrief: debriefAnswer({ trades: 0 }) } })
  await expect(panel(room, 'Debrief')).toContainText('No trade has been closed yet.')

  const text = 'The ledger can’t be read: disk I/O error.'
  await open(room, { answers: { debrief: { is: 'failed', code: 'LEDGER', text } } })
  await expect(panel(room, 'Debrief').getByRole('alert')).toContainText(text)
  await page.evaluate(
    value => (window.fakeEngine.answers = { debrief: value }),
    debriefAnswer({ trades: 30 }),
  )
  await page.getByRole('button', { name: 'Read again' }).click()
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('30 closed trades')

  await open(room, { view: unlinkedRoom })
  await expect(panel(room, 'Debrief')).toContainText('No account yet.')
})
