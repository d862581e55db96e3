import { emptyCurve } from '../support/fake-bridge.ts'
import { busyRoom, liveRoom, lostRoom, quietRoom, unlinkedRoom } from '../support/rooms.ts'
import { aLink } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'

const PANELS = [
  'Market board',
  'Why no mission',
  'Mission',
  'Open trades',
  'Equity of closed trades',
  'Kill wall',
  'Experience',
]
const MARKET_PANELS = ['Market board', 'Mission', 'Open trades']

test('every panel says that it waits before the first picture', async ({ page, room }) => {
  await room.open({ view: null })

  for (const name of PANELS)
    await expect(page.getByRole('region', { name, exact: true })).toContainText(
      'Waiting for the engine’s first picture.',
    )
})

test('every panel says why there is no picture, and asking again brings it', async ({ page, room }) => {
  await room.open({ view: { is: 'failed', code: 'CORRUPT', text: 'The ledger can’t be read.' } })
  for (const name of PANELS)
    await expect(page.getByRole('region', { name, exact: true })).toContainText('The ledger can’t be read.')

  await page.evaluate(view => (window.fakeEngine.view = view), busyRoom)
  await page.getByRole('button', { name: 'Ask now' }).first().click()

  await expect(room.trigger).toBeVisible()
})

test('every empty panel says so, with the next step', async ({ page, room }) => {
  await room.open({ view: quietRoom, equity: emptyCurve })
  const says = (name: string, text: string) =>
    expect(page.getByRole('region', { name, exact: true })).toContainText(text)

  await says('Why no mission', 'No setup has been refused yet.')
  await says('Mission', 'No mission now. The desk is watching.')
  await says('Open trades', 'Nothing is open.')
  await says('Equity of closed trades', 'The curve begins with your first closed trade.')
  await says('Kill wall', 'No trade has been closed yet.')
  await says('Experience', 'No XP yet.')
  await says('Market board', 'waits for 120 H1 bars')
})

test('a room without a terminal says what to do and shows no number that it does not have', async ({
  page,
  room,
}) => {
  await room.open({ view: unlinkedRoom })

  await expect(page.getByRole('contentinfo')).toContainText('No terminal is linked.')
  await expect(page.getByRole('region', { name: 'Market board' })).toContainText('No price yet.')
  await expect(page.getByRole('region', { name: 'Account' })).toContainText('No account yet.')
  await expect(page.getByRole('region', { name: 'Limits of the day' })).toContainText(
    'no limit until the balance is known',
  )
  await expect(page.getByRole('banner')).toContainText('No market time yet')
})

test('a lost link marks what is old as stale and leaves the record fresh', async ({ page, room }) => {
  await room.open({ view: lostRoom })

  for (const name of MARKET_PANELS)
    await expect(page.getByRole('region', { name, exact: true })).toContainText('Stale')
  await expect(page.getByRole('region', { name: 'Kill wall' })).not.toContainText('Stale')
  await expect(page.getByRole('contentinfo')).toContainText('The terminal has not been heard for 14 s.')
  await expect(page.getByRole('contentinfo')).toContainText('Look whether MetaTrader is running')
})

test('a terminal by a road that lacks something says which road and what', async ({ page, room }) => {
  const cannot = ['one price a second', 'no history', 'no calendar', 'slower answers']
  await room.open({ view: { ...busyRoom, links: [aLink({ road: 'files', cannot, simulation: null })] } })

  const strip = page.getByRole('contentinfo')
  await expect(strip).toContainText('By files: one price a second, no history, no calendar, slower answers')
})

test('a stale price says how old it is instead of its spread', async ({ page, room }) => {
  await room.open()

  await expect(page.locator('tr[data-pair=EURAUD]')).toContainText('stale1 min 14 s')
})

test('a room that hears nothing more from a live link says so within seconds', async ({ page, room }) => {
  await page.clock.install()
  await room.open()

  await page.clock.runFor(7_000)
  await expect(page.getByRole('alert')).toContainText('No news from the engine.')
  await room.patch({ rev: 2, links: [aLink({ beatAgeMs: 80 })] })

  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('an archive that fails shows its reason, and reading again draws the curve', async ({ page, room }) => {
  const panel = page.getByRole('region', { name: 'Equity of closed trades' })
  await room.open({
    equity: { is: 'failed', code: 'ARCHIVE_DOWN', text: 'The archive is being started again.' },
  })
  await expect(panel).toContainText('The archive is being started again.')

  await page.evaluate(curve => (window.fakeEngine.equity = curve), emptyCurve)
  await panel.getByRole('button', { name: 'Read again' }).click()

  await expect(panel).toContainText('No closed trade to draw.')
})

test('a live account that is not armed says what unlocks it', async ({ page, room }) => {
  await room.open({ view: liveRoom })

  await expect(page.getByRole('banner')).toContainText('Live')
  await expect(page.getByRole('contentinfo')).toContainText('Not armed')
  await expect(page.getByRole('contentinfo')).toContainText('Pass the checklist of docs/unverified.md first.')
})

test('what the engine reports is raised once, and good news leaves by itself', async ({ page, room }) => {
  await page.clock.install()
  await room.open({
    view: {
      ...busyRoom,
      notices: [
        { atMs: quietRoom.marketMs ?? never(), level: 'warn', text: 'AutoTrading was switched off.' },
        { atMs: quietRoom.marketMs ?? never(), level: 'info', text: 'Linked an hour ago.' },
      ],
    },
  })
  const reports = page.getByRole('log')
  await expect(reports).toContainText('AutoTrading was switched off.')
  await expect(reports).not.toContainText('Linked an hour ago.')

  await room.notify({ level: 'info', text: 'The training ground is being started again.' })
  await expect(reports).toContainText('The training ground is being started again.')
  await page.clock.runFor(8_000)
  await expect(reports).not.toContainText('The training ground is being started again.')

  await page.getByRole('button', { name: 'Dismiss: AutoTrading was switched off.' }).click()
  await expect(reports).not.toContainText('AutoTrading was switched off.')
})

function never(): never {
  throw new Error('the quiet room has a market time')
}
