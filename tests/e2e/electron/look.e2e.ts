/** The window's look, from one start to the next: the page comes with it, and so does the system's part of the window. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { RunningApp } from '../support/desktop-app.ts'
import { expect, test } from '../support/desktop-app.ts'

const worn = async ({ app, page }: RunningApp) => ({
  root: await page.evaluate(() => {
    const { theme, palette } = document.documentElement.dataset
    return { theme, palette }
  }),
  ...(await app.evaluate(async ({ BrowserWindow, nativeTheme, net }) => ({
    /** The page before any script of it has run. */
    served: await net.fetch('app://bitten/index.html').then(answer => answer.text()),
    system: nativeTheme.themeSource,
    ground: BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
  }))),
})

test('a look that was chosen is kept, and there from the first byte of the next start on', async ({
  desktop,
}) => {
  const first = await desktop.start('--speed=1')
  expect(await worn(first)).toMatchObject({
    root: { theme: 'night', palette: 'usual' },
    system: 'dark',
    ground: '#040b06',
  })
  await first.page.getByRole('button', { name: /^Look:/ }).click()
  await first.page.getByRole('button', { name: 'Daylight' }).click()
  await first.page.getByRole('button', { name: 'Colour-blind safe' }).click()

  const day = {
    root: { theme: 'day', palette: 'safe' },
    served: expect.stringContaining('data-theme="day" data-palette="safe"') as unknown,
    system: 'light',
    ground: '#eae4d3',
  }
  await expect.poll(() => worn(first)).toMatchObject(day)
  await desktop.stop()

  expect(await worn(await desktop.start('--speed=1'))).toMatchObject(day)
  const file = path.join(desktop.dataFolder, 'window', 'look.json')
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ theme: 'day', palette: 'safe' })
})

test('nobody keeps a look that there is not', async ({ desktop }) => {
  const { page } = await desktop.start('--speed=1')

  const answer = await page.evaluate(() =>
    window.bitten?.keepLook({ theme: '"><script>', palette: 'usual' } as never),
  )

  expect(answer).toMatchObject({ is: 'failed', code: 'BAD_CALL' })
})
