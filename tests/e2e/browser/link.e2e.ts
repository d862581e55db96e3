/** The page of the links: each way a link can stand, the worst first, and a report that can be taken along. */
import type { DeskLink, LinkReport } from '../../../engine/contracts/link-report.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import {
  aDeskLink,
  aLinkReport,
  aTestFire,
  aTestOffer,
  aTraffic,
  REPORTED_MS,
} from '../../../engine/testkit/link-reports.ts'
import { aLinkView } from '../../../engine/testkit/views.ts'
import { violations } from '../support/axe.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const live = {
  traffic: aTraffic({
    terminal: 'live-desk',
    broker: 'Example Markets',
    kind: 'live',
    faults: { BAD_MAC: 3 },
  }),
  desk: aDeskLink(
    {
      link: aLinkView({ terminal: 'live-desk', kind: 'live', accountMark: '77c1' }),
      testFires: {
        offer: { is: 'never', text: 'No test is fired on real money.' },
        last: null,
        stopSeen: null,
      },
      workUs: null,
    },
    { autoTrading: false, brokerConnected: false, pingMs: 740 },
  ),
}
const demo = { traffic: aTraffic(), desk: aDeskLink() }
const strangers = [
  { code: 'WRONG_KEY', text: 'The terminal has another pairing key.', count: 41, atMs: REPORTED_MS },
]

async function openLink(room: WarRoomPage, linkReport: LinkReport | null): Promise<void> {
  await room.open({ linkReport })
  await room.page.getByRole('navigation').getByRole('button', { name: 'Link', exact: true }).click()
}
const tell = (
  room: WarRoomPage,
  linkReport: LinkReport | Readonly<{ is: 'failed'; code: string; text: string }>,
) => room.page.evaluate(value => (window.fakeEngine.linkReport = value), linkReport)
const panel = (room: WarRoomPage, name: string) => room.page.getByRole('region', { name, exact: true })
/** The frame around the page has an alert of its own. */
const old = (room: WarRoomPage) => room.page.getByRole('alert').filter({ hasText: 'as it was told last' })
const overflow = (room: WarRoomPage) =>
  room.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('before an answer it waits; without a terminal it says what to do; and a host that fell silent leaves what was told, marked as old', async ({
  page,
  room,
}) => {
  await openLink(room, null)
  await expect(page.getByText('Asking what is known of the links.')).toBeVisible()

  await openLink(room, aLinkReport({ terminals: [], strangers, portTaken: 5_576 }))
  const none = panel(room, 'Link')
  await expect(none).toContainText('No terminal has been linked since BITTEN was started.')
  await expect(none).toContainText('port 5577')
  await expect(none.getByRole('button', { name: 'Connect MetaTrader' })).toBeVisible()
  await expect(panel(room, 'Not let in')).toContainText('The terminal has another pairing key.')
  expect(await violations(page)).toEqual([])
  await room.picture('link-none')

  await tell(room, aLinkReport())
  await expect(panel(room, 'Ready to fire')).toContainText('Nothing that is known keeps shots back')
  await tell(room, { is: 'failed', code: 'X', text: 'The desk is ending.' })
  await expect(old(room)).toContainText('The desk is ending. What stands here is as it was told last.')
  await expect(panel(room, 'Ready to fire')).toContainText('What stands here is old, so nothing is promised.')
  await tell(room, aLinkReport())
  await expect(page.getByText('The desk is ending.')).toHaveCount(0)
  await page.evaluate(() => (window.fakeEngine.linkReport = null))
  await expect(old(room)).toContainText('The host does not answer.')
})

test('with several terminals real money comes first and says so, every trouble stands with its next step, and another is looked at by the keyboard', async ({
  page,
  room,
}) => {
  await openLink(room, aLinkReport({ terminals: [demo, live], strangers }))
  const tabs = page.getByRole('group', { name: 'Terminals', exact: true }).getByRole('button')
  await expect(tabs).toHaveText([/77c1.*Live/, /a3f9.*Demo/])
  await expect(tabs.first()).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Real money: what is fired on this terminal is real.')).toBeVisible()
  const checks = panel(room, 'Ready to fire')
  await expect(checks).toContainText('2 things keep shots back on this terminal.')
  await expect(checks.locator('[data-is=bad]')).toHaveText([
    /no connection to the broker/,
    /Press the Algo Trading button/,
  ])
  await expect(checks.locator('[data-check=SLOW_BROKER]')).toContainText('takes 740 ms')
  await expect(panel(room, 'Messages in this run')).toContainText('BAD_MAC 3')
  await expect(panel(room, 'Terminal')).toContainText('not told by this Expert Advisor')
  expect(await violations(page)).toEqual([])
  await room.picture('link-live-1440')

  await tabs.last().focus()
  await page.keyboard.press('Enter')
  await expect(tabs.last()).toHaveAttribute('aria-pressed', 'true')
  await expect(checks).toContainText('Nothing that is known keeps shots back')
  await expect(page.getByText('Real money: what is fired')).toHaveCount(0)
  await page.setViewportSize({ width: 1024, height: 640 })
  expect(await overflow(room)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await room.picture('link-demo-1024')
})

test('the latency has a gap where the link was away, the symbols can be searched, and a hidden window asks for nothing', async ({
  room,
}) => {
  await openLink(room, aLinkReport())
  const latency = panel(room, 'Latency, last 10 minutes')
  const ping = latency.getByRole('img', {
    name: /^Terminal to trade server and back.* p50 \d+\.\d · p95 \d+\.\d ms · n 564$/,
  })
  await expect(ping.locator('path')).toHaveCount(3)
  await expect(latency.getByRole('img', { name: /^Command, sent to answered/ })).toBeVisible()

  const symbols = panel(room, 'Symbols')
  await expect(symbols.locator('[data-symbol]').first()).toHaveAttribute('data-is', 'refused')
  await expect(symbols).toContainText('by its contract it is 0.61000')
  await symbols.getByRole('searchbox').fill('jpy')
  await expect(symbols.locator('[data-symbol]')).toHaveCount(4)
  await symbols.getByRole('searchbox').fill('xau')
  await expect(symbols).toContainText('No pair and no symbol has “xau” in it.')

  const hide = (isHidden: boolean) =>
    room.page.evaluate(
      hidden => Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }),
      isHidden,
    )
  const time = room.page.getByText('as of 09:30:12 UTC')
  await hide(true)
  await tell(room, { ...aLinkReport(), atMs: EpochMs.parse(REPORTED_MS + 60_000) })
  await room.page.waitForTimeout(2_500)
  await expect(time).toBeVisible()
  await hide(false)
  await expect(time).toHaveCount(0)
})

test('a lost link says since when and why, an engine that is away leaves what the host counts, and the report is copied', async ({
  page,
  room,
  context,
}) => {
  const lost = {
    desk: aDeskLink({}, { isUp: false, isArmed: false }),
    traffic: aTraffic({ isUp: false, lastEnd: { atMs: REPORTED_MS, reason: 'it has fallen silent' } }),
  }
  await openLink(room, aLinkReport({ terminals: [lost] }))
  await expect(page.getByText('Link down since 09:30:12 UTC: it has fallen silent.')).toBeVisible()
  await expect(panel(room, 'Ready to fire')).toContainText(
    'The terminal is not linked, so no shot reaches it.',
  )
  await room.picture('link-lost')

  await tell(
    room,
    aLinkReport({ terminals: [{ ...demo, desk: null }], noEngine: 'The engine is being started again.' }),
  )
  await expect(panel(room, 'Ready to fire')).toContainText('The engine is being started again.')
  await expect(panel(room, 'Messages in this run')).toContainText('8,411')
  await expect(panel(room, 'Symbols')).toHaveCount(0)
  expect(await violations(page)).toEqual([])

  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy report' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('BITTEN 0.1.0, link report')
  expect(text).toContain('The engine is being started again.')
})

const testsOf = (testFires: DeskLink['testFires']) =>
  aLinkReport({ terminals: [{ traffic: aTraffic(), desk: aDeskLink({ testFires }) }] })
const seen = { atMs: REPORTED_MS, is: 'there' } as const

test('a test fire is asked for once with its figures, by the keyboard too, and tells its steps as they come', async ({
  page,
  room,
}) => {
  await openLink(room, aLinkReport())
  const tests = panel(room, 'Test fire')
  await expect(tests).toContainText('Nothing has been tested on this terminal yet.')
  const button = tests.getByRole('button', { name: /^Test fire on/ })
  await button.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Test fire' })
  for (const text of ['EURUSD.m', '0.01', '1.05', '0.15']) await expect(sheet).toContainText(text)
  expect(await violations(page)).toEqual([])
  await room.picture('link-test-ask')
  await sheet.getByRole('button', { name: 'Fire and close' }).click()
  await expect(sheet).toHaveCount(0)
  expect(await page.evaluate(() => window.fakeEngine.commands)).toEqual([
    { kind: 'testFire', terminal: aTraffic().terminal },
  ])

  const open = aTestFire({ state: 'filled', closeAskedMs: null, closeAnswered: null, closed: null })
  const underWay = { is: 'denied', reasons: ['A test fire is under way here.'] } as const
  await tell(room, testsOf({ offer: underWay, last: open, stopSeen: null }))
  await expect(tests.getByRole('status')).toContainText('is being closed')
  await expect(button).toBeDisabled()
  await expect(tests).toContainText('A test fire is under way here.')

  await tell(room, testsOf({ offer: aTestOffer(), last: aTestFire(), stopSeen: seen }))
  await expect(tests.getByRole('status')).toContainText('The whole way works')
  await expect(tests.locator('[data-step][data-is=done]')).toHaveCount(7)
  await expect(tests.locator('[data-step=Cost]')).toContainText('−0.15')
  expect(await violations(page)).toEqual([])
  await tests.locator('[data-step=Cost]').scrollIntoViewIfNeeded()
  await room.picture('link-test-well')
})

test('a test fire that is denied on the way stays asked for and says why, one that failed has a next step, and real money is offered none', async ({
  page,
  room,
}) => {
  await openLink(room, aLinkReport())
  const tests = panel(room, 'Test fire')
  await page.evaluate(() => {
    const denial = { code: 'PAUSED', text: 'New trades are paused.', value: null, limit: null } as const
    window.fakeEngine.commandAnswer = { is: 'denied', denials: [denial] }
  })
  await tests.getByRole('button', { name: /^Test fire on/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Test fire' })
  await sheet.getByRole('button', { name: 'Fire and close' }).click()
  await expect(sheet.getByRole('alert')).toContainText('New trades are paused.')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)

  const answered = { atMs: REPORTED_MS, is: 'rejected', retcode: 10_027, text: 'AutoTrading disabled' }
  const nothing = { filled: null, closeAskedMs: null, closeAnswered: null, closed: null }
  const failed = aTestFire({ state: 'rejected', answered, why: 'AutoTrading disabled', ...nothing })
  await tell(room, testsOf({ offer: aTestOffer(), last: failed, stopSeen: null }))
  await expect(tests.getByRole('status')).toContainText('Press Algo Trading in MetaTrader')
  expect(await violations(page)).toEqual([])
  await tests.locator('[data-step=Cost]').scrollIntoViewIfNeeded()
  await room.picture('link-test-failed')

  await tell(room, aLinkReport({ terminals: [live] }))
  await expect(tests).toContainText('No test is fired on real money.')
  await expect(tests.getByRole('button')).toHaveCount(0)
  expect(await violations(page)).toEqual([])
})
