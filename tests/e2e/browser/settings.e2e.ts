/** The page of the settings, with the real desk of the settings behind it: each change from what is typed to what the file has. */
import { readFileSync, writeFileSync } from 'node:fs'
import { settingFacts } from '../../../engine/host/settings/setting-facts.ts'
import { violations } from '../support/axe.ts'
import { fullHouse } from '../support/full-house.ts'
import { LOOSER, realSettings } from '../support/real-settings.ts'
import { test as base, expect } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const test = base.extend<{ real: ReturnType<typeof realSettings> }>({
  real: async ({}, use) => {
    const real = realSettings()
    await use(real)
    real.remove()
  },
})

const TITLES = ['Risk', 'Limits', 'AUTO', 'Lending firm', 'News and calendar', 'Alerts at this computer', 'Training ground', 'Roads', 'MetaTrader and computer', 'Reports', 'Telegram', 'Look', 'Backups and data folder'] // prettier-ignore
const SMALL = { width: 1024, height: 640 }

const door = (room: WarRoomPage) => room.page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Settings' }) // prettier-ignore
const setting = (room: WarRoomPage, key: string) => room.page.locator(`[data-setting="${key}"]`)
const send = (room: WarRoomPage, key: string) =>
  setting(room, key).getByRole('button', { name: 'Change it' }).click()
const overflow = (room: WarRoomPage) =>
  room.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('a change is typed, sent, refused or held, kept in the history, and brought back', async ({
  page,
  room,
  real,
}) => {
  test.setTimeout(90_000)
  const { desk, file, behind } = real
  const onDisk = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  await room.open(fullHouse)
  await behind(page)
  await page.keyboard.press('Alt+0')
  await expect(door(room)).toHaveAttribute('aria-current', 'page')
  const history = page.getByRole('region', { name: 'History' })
  const settings = page.getByRole('region', { name: 'Settings', exact: true })

  await test.step('every setting is there, in its group, but those with a page of their own', async () => {
    await expect(
      page.getByRole('heading', { level: 2 }).filter({ hasNotText: /^(Settings|History)$/ }),
    ).toContainText(TITLES)
    const keys = await page
      .locator('[data-setting]')
      .evaluateAll(rows => rows.map(row => row.getAttribute('data-setting')))
    const wanted = settingFacts()
      .map(({ key }) => key)
      .filter(key => !key.startsWith('telegram.'))
    expect(keys).toHaveLength(wanted.length)
    expect(new Set(keys)).toEqual(new Set(wanted))
    expect(await violations(page)).toEqual([])
    expect(await overflow(room)).toBeLessThanOrEqual(0)
    await room.picture('settings')
  })

  await test.step('nothing is sent while it is typed; sent, it holds and is told where it was changed', async () => {
    const trades = setting(room, 'limits.openTrades')
    await trades.getByLabel('Open trades').fill('9')
    await expect(trades).toContainText('Out of its range: whole, from 1 to 5.')
    await expect(trades.getByRole('button', { name: 'Change it' })).toBeDisabled()
    await trades.getByLabel('Open trades').fill('2')
    await expect(trades.getByRole('status')).toHaveText('Not sent yet:')
    await expect(trades).toContainText('as the rank → 2')
    expect(desk.now().revision).toBe(1)
    await page.keyboard.press('Enter')
    await expect(trades.getByRole('status')).toHaveText('limits.openTrades none → 2.')
    expect(onDisk()).toMatchObject({ limits: { openTrades: 2 } })
    await expect(history.getByRole('listitem').first()).toContainText('in the window')
    await expect(history).toContainText('Open trades: as the rank → 2')
  })

  await test.step('looser than the rank is refused with its figures, and can be left', async () => {
    const risk = setting(room, 'riskPct')
    await risk.getByLabel('Risk of one trade').fill('1.8')
    await send(room, 'riskPct')
    await expect(risk.getByRole('alert')).toHaveText(LOOSER)
    expect(desk.now().revision).toBe(2)
    await risk.getByRole('button', { name: 'Leave it' }).click()
    await expect(risk.getByLabel('Risk of one trade')).toHaveValue('1')
    await expect(risk.getByRole('alert')).toHaveCount(0)
  })

  await test.step('what is unsafe wants words, typed', async () => {
    const risk = setting(room, 'riskPct')
    await risk.getByLabel('Risk of one trade').fill('1.5')
    await send(room, 'riskPct')
    const words = risk.getByRole('form', { name: 'This wants words' })
    await expect(words).toContainText('ten losses in a row take')
    await expect(words.getByRole('button', { name: 'Change it' })).toBeDisabled()
    await expect(words.getByLabel('The words, typed')).toBeFocused()
    await page.keyboard.type('I risk more than one percent')
    expect(desk.now().revision).toBe(2)
    expect(await violations(page)).toEqual([])
    await room.picture('settings-words')
    await page.keyboard.press('Enter')
    await expect(risk.getByRole('status')).toHaveText('riskPct 1 → 1.5.')
    expect(onDisk()).toMatchObject({ riskPct: 1.5 })
  })

  await test.step('what somebody else has changed in between is read and shown, and then it can be sent', async () => {
    const quality = setting(room, 'auto.minQuality')
    await desk.change({ seen: 3, change: { auto: { minQuality: 'GOLD' } }, typed: null }, 'cli')
    await quality.getByRole('button', { name: 'PLATINUM' }).click()
    await expect(quality).toContainText('SILVER → PLATINUM')
    await send(room, 'auto.minQuality')
    await expect(quality.getByRole('alert')).toContainText('made by cli (auto.minQuality SILVER → GOLD)')
    await expect(quality).toContainText('GOLD → PLATINUM')
    await send(room, 'auto.minQuality')
    await expect(quality.getByRole('status')).toHaveText('auto.minQuality GOLD → PLATINUM.')
  })

  await test.step('a file that was changed by hand is not overwritten, and the next step is said', async () => {
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace('"seed": 20140501', '"seed": 7'))
    await setting(room, 'port').getByLabel('Port').fill('6000')
    await send(room, 'port')
    await expect(setting(room, 'port').getByRole('alert')).toContainText(
      'Restart BITTEN to use it, or move it away',
    )
    writeFileSync(file, before)
  })

  await test.step('what waits for the next start says so, with what holds until then', async () => {
    await send(room, 'port')
    await expect(setting(room, 'port').getByRole('status')).toHaveText(
      'port 5577 → 6000. Restart BITTEN for port.',
    )
    await expect(setting(room, 'port')).toContainText('Until the next start 5577 holds.')
  })

  await test.step('what is looser in a bad day is said to wait, at the change and for as long as it waits', async () => {
    real.holdBack('Until then limits.maxLots stays 0.5 on Broker (T1).')
    const lots = setting(room, 'limits.maxLots')
    await lots.getByLabel('Largest order').fill('2')
    await send(room, 'limits.maxLots')
    await expect(lots.getByRole('status')).toHaveText('limits.maxLots none → 2. Until then limits.maxLots stays 0.5 on Broker (T1).') // prettier-ignore
    await lots.getByLabel('Largest order').fill('3')
    await lots.getByRole('button', { name: 'Leave it' }).click()
    await expect(settings.getByRole('status').getByText('Until then limits.maxLots stays 0.5')).toBeVisible()
    await room.picture('settings-bad-day')
    real.holdBack(null)
  })

  await test.step('a version is brought back as a new one, after what it changes was shown', async () => {
    await history.getByRole('button', { name: 'Restore 2', exact: true }).click()
    await expect(history).toContainText('Everything as it was at revision 2, as a new version:')
    await expect(history).toContainText('Port: 6000 → 5577')
    await room.picture('settings-restore')
    await history.getByRole('button', { name: 'Restore it' }).click()
    const words = history.getByRole('form', { name: 'This wants words' })
    await expect(words).toContainText('AUTO would fire more')
    await expect(words.getByLabel('The words, typed')).toBeFocused()
    await page.keyboard.type('AUTO may do more')
    await page.keyboard.press('Enter')
    await expect(history.getByRole('status')).toContainText('port 6000 → 5577')
    expect(onDisk()).toMatchObject({
      port: 5_577,
      riskPct: 1,
      auto: { minQuality: 'SILVER' },
      limits: { openTrades: 2 },
    })
    await expect(setting(room, 'port').getByLabel('Port')).toHaveValue('5577')
    await expect(settings).not.toContainText('Until then limits.maxLots')
  })
})

test('a lending firm’s drawdown is set in its parts, a search finds it, and keys alone do it in a small window', async ({
  page,
  room,
  real,
}) => {
  const { desk, behind } = real
  await page.setViewportSize(SMALL)
  await room.open(fullHouse)
  await behind(page)
  await door(room).click()
  expect(await overflow(room)).toBeLessThanOrEqual(0)
  await room.picture('settings-small')

  await page.getByRole('searchbox', { name: 'Search the settings' }).fill('drawdown lending')
  await expect(page.locator('[data-setting]:visible')).toHaveCount(1)
  const drawdown = setting(room, 'prop.maxDrawdown')
  await drawdown.getByRole('button', { name: 'Trailing' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type('8')
  await page.keyboard.press('Tab')
  await page.keyboard.type('10000.50')
  await expect(drawdown).toContainText('none → Trailing 8 %, from 10,000.50')
  await room.picture('settings-small-parts')
  await page.keyboard.press('Enter')
  await expect(drawdown.getByRole('status')).toContainText(
    'prop.maxDrawdown none → trailing 8 %, from 10000.50',
  )
  expect(desk.now().settings.prop.maxDrawdown).toEqual({
    by: 'trailing',
    pct: 8,
    startBalanceCents: 1_000_050,
  })

  await page.getByRole('searchbox').fill('zebra')
  await expect(page.getByText('No setting has all of these words.')).toBeVisible()
  await page.getByRole('button', { name: 'Look', exact: true }).click()
  await page.getByRole('button', { name: 'Choose the look' }).click()
  await page.getByRole('dialog', { name: 'Look' }).getByRole('button', { name: 'Daylight' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Lending firm' }).click()
  await room.picture('settings-small-day')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Open the Telegram page' }).click()
  await expect(page.getByRole('region', { name: 'Paired chats' })).toBeVisible()
})

/** From now on every such call is answered so; null: never. */
const answerWith = (room: WarRoomPage, call: string, answer: unknown) =>
  room.page.evaluate(
    ([name, value]) => {
      const answered = () => (value === null ? new Promise(() => {}) : Promise.resolve(value))
      Object.assign(window.bitten ?? {}, { [name]: answered })
    },
    [call, answer] as const,
  )

test('it says what it waits for, that nobody answers, and why they could not be read', async ({
  page,
  room,
}) => {
  await page.clock.install()
  await room.open(fullHouse)
  await answerWith(room, 'settings', null)
  await door(room).click()
  await expect(page.getByText('Reading the settings.')).toBeVisible()
  await page.clock.runFor(10_000)
  await expect(page.getByText('The desk has not answered for 10 seconds.')).toBeVisible()
  await room.picture('settings-silent')
  await answerWith(room, 'settings', { revision: 1, settings: fullHouse.settings })
  await page.getByRole('button', { name: 'Read again' }).click()

  const risk = setting(room, 'riskPct')
  await answerWith(room, 'changeSettings', null)
  await answerWith(room, 'settings', { is: 'failed', code: 'X', text: 'The desk is ending.' })
  await risk.getByLabel('Risk of one trade').fill('0.5')
  await send(room, 'riskPct')
  await risk.getByLabel('Risk of one trade').press('7')
  await expect(risk.getByLabel('Risk of one trade')).toHaveValue('0.5')
  await page.clock.runFor(10_000)
  await expect(risk.getByRole('alert')).toContainText('What was asked may still be done')
  const settings = page.getByRole('region', { name: 'Settings', exact: true })
  await expect(settings.getByText('The desk is ending.')).toBeVisible()
  await answerWith(room, 'settings', { revision: 2, settings: { ...fullHouse.settings, riskPct: 0.5 } })
  await settings.getByRole('button', { name: 'Read again' }).click()
  await expect(settings.getByText('The desk is ending.')).toHaveCount(0)
  await expect(risk.getByRole('button', { name: 'Change it' })).toHaveCount(0)
})
