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

test('a command line brings the window to the front', async ({ desktop }) => {
  const { app } = await desktop.start('--speed=1')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())

  expect(await callDesk(desktop.dataFolder, { ask: 'show' })).toMatchObject({ value: { is: 'done' } })

  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true)
})
