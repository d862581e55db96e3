/** Settings from the window to the file, and a desktop app that is asked from outside. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { callDesk } from '../../../engine/host/control/call-desk.ts'
import { expect, test } from '../support/desktop-app.ts'

test('the window changes a setting, the file has it, and a command line sees it', async ({ desktop }) => {
  const { page } = await desktop.start('--speed=1')

  const answers = await page.evaluate(async () => {
    const wish = { seen: 1, change: { riskPct: 0.5 } }
    return {
      done: await window.bitten?.changeSettings(wish),
      stale: await window.bitten?.changeSettings(wish),
      unsafe: await window.bitten?.changeSettings({ seen: 2, change: { noCalendar: 'warn' } }),
      bad: await window.bitten?.changeSettings({ change: {} } as unknown as typeof wish),
      history: await window.bitten?.settingsHistory(),
    }
  })

  expect(answers).toMatchObject({
    done: { is: 'done', revision: 2 },
    stale: { is: 'refused', code: 'REVISION' },
    unsafe: { is: 'confirm', phrase: 'I trade without knowing the news' },
    bad: { is: 'failed', code: 'BAD_CALL' },
    history: [
      { revision: 2, origin: 'window' },
      { revision: 1, origin: 'file' },
    ],
  })
  const file = await readFile(path.join(desktop.dataFolder, 'settings.json'), 'utf8')
  expect(JSON.parse(file)).toMatchObject({ riskPct: 0.5, noCalendar: 'block' })
  expect(await callDesk(desktop.dataFolder, { ask: 'settings' })).toMatchObject({
    value: { revision: 2, settings: { riskPct: 0.5 } },
  })
})

test('a setting is changed on the page, the file and the history have it, and it is brought back', async ({
  desktop,
}) => {
  const { page } = await desktop.start('--speed=1')
  const onDisk = async () =>
    JSON.parse(await readFile(path.join(desktop.dataFolder, 'settings.json'), 'utf8')) as unknown
  const history = page.getByRole('region', { name: 'History' })
  const lots = page.locator('[data-setting="limits.maxLots"]')
  const trades = page.locator('[data-setting="limits.openTrades"]')
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Settings' }).click()

  await lots.getByLabel('Largest order').fill('0.5')
  await lots.getByRole('button', { name: 'Change it' }).click()
  await expect(lots.getByRole('status')).toHaveText('limits.maxLots none → 0.5.')
  expect(await onDisk()).toMatchObject({ limits: { maxLots: 0.5 } })
  await expect(history.getByRole('listitem').first()).toContainText('Largest order: no limit → 0.5 lots')

  await trades.getByLabel('Open trades').fill('5')
  await trades.getByRole('button', { name: 'Change it' }).click()
  await expect(trades.getByRole('alert')).toContainText('limits.openTrades 5 (at most')
  await expect(trades).toContainText('On the shown account')

  await history.getByRole('button', { name: 'Restore 1', exact: true }).click()
  await history.getByRole('button', { name: 'Restore it' }).click()
  await expect(history.getByRole('status')).toHaveText('limits.maxLots 0.5 → none.')
  expect(await onDisk()).toMatchObject({ limits: { maxLots: null } })
  await expect(lots.getByLabel('Largest order')).toHaveValue('')
})

test('a command line brings the window to the front', async ({ desktop }) => {
  const { app } = await desktop.start('--speed=1')
  // The window is there before the desk listens to a command line, which says so until then.
  await expect
    .poll(() => callDesk(desktop.dataFolder, { ask: 'settings' }), { timeout: 60_000 })
    .toMatchObject({ value: { revision: 1 } })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())

  expect(await callDesk(desktop.dataFolder, { ask: 'show' })).toMatchObject({ value: { is: 'done' } })

  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true)
})
