/** Starting wrong ends in one sentence; stopping leaves nothing behind. */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DesktopApp, expect, test } from '../support/desktop-app.ts'

type Ended = Readonly<{ code: number | null; out: string; err: string }>

/** Starts the app without a test driver and waits for its end. */
async function runToEnd(desktop: DesktopApp, ...switches: readonly string[]): Promise<Ended> {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.resolve('node_modules/electron/dist')
  const child = spawn(path.join(dist, 'electron'), DesktopApp.args(...switches), { env: desktop.environment })
  let [out, err] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const code = await new Promise<number | null>(resolve => child.once('exit', resolve))
  return { code, out, err }
}

const sentences = (text: string) => text.split('\n').filter(line => line !== '' && !/^\[?\d+[:/]/.test(line))

test('a switch that can’t be read ends in one sentence and exit code 1', async ({ desktop }) => {
  const ended = await runToEnd(desktop, '--seed=tomorrow')

  expect(ended.code).toBe(1)
  expect(sentences(ended.err)).toEqual(['--seed expects a whole number from 0.'])
})

test('a data folder that can’t be one ends in one sentence and exit code 1', async ({ desktop }) => {
  const file = path.join(desktop.dataFolder, 'a-file')
  await writeFile(file, 'not a folder')

  const ended = await runToEnd(new DesktopApp(path.join(file, 'data')))

  expect(ended.code).toBe(1)
  expect(sentences(ended.err)).toEqual([expect.stringContaining(`The data folder ${file}`)])
})

test('settings that can’t be read end in one sentence and exit code 1, and stay as they are', async ({
  desktop,
}) => {
  await writeFile(path.join(desktop.dataFolder, 'settings.json'), '{ "version": 1, "port": "x" }')

  const ended = await runToEnd(desktop)

  expect(ended.code).toBe(1)
  expect(sentences(ended.err)).toEqual([expect.stringContaining('settings.json')])
})

test('a second start on the same data folder hands over to the first', async ({ desktop }) => {
  const { app } = await desktop.start('--speed=1')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())

  const second = await runToEnd(desktop)

  expect(second.code).toBe(0)
  expect(second.out).toContain('BITTEN is open already')
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false)
})

test('a closed window leaves the desk at work, which is said once; the next start opens it again', async ({
  desktop,
}) => {
  const { app, page } = await desktop.start('--speed=60')
  await expect(page.getByRole('contentinfo')).toContainText('Linked')
  let out = ''
  app.process().stdout?.on('data', (text: Buffer) => (out += text.toString()))
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const isShown = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

  await close()
  expect(await isShown()).toBe(false)
  await expect.poll(() => out).toContain('The window is closed; BITTEN goes on.')

  await runToEnd(desktop)
  await expect.poll(isShown).toBe(true)
  await expect(page.getByRole('contentinfo')).toContainText('Linked')
  await close()
  expect(await isShown()).toBe(false)
  expect(out.match(/BITTEN goes on/g)).toHaveLength(1)
})

test('quitting stops everything in order within three seconds', async ({ desktop }) => {
  const { app, page } = await desktop.start('--speed=60')
  await expect(page.getByRole('contentinfo')).toContainText('Linked')
  const exited = new Promise<number | null>(resolve => app.process().once('exit', resolve))

  const closedAt = performance.now()
  await app.evaluate(({ app: program }) => program.quit())
  const code = await exited

  expect(code).toBe(0)
  expect(performance.now() - closedAt).toBeLessThan(4_000)
  expect(await desktop.log()).toContain('"stopped"')
})

test('a crashed page is drawn again and the engine goes on', async ({ desktop }) => {
  const { app, page } = await desktop.start('--speed=60')
  await expect(page.getByRole('contentinfo')).toContainText('Linked', { timeout: 30_000 })

  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const isBack = new Promise(resolve => contents?.once('did-finish-load', () => resolve(null)))
    contents?.forcefullyCrashRenderer()
    return isBack
  })

  await expect
    .poll(
      () =>
        app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            'document.body.innerText.includes("Linked")',
          ),
        ),
      { timeout: 30_000 },
    )
    .toBe(true)
})

test('a fault in the main process ends in one sentence, exit code 1, and its details in the log', async ({
  desktop,
}) => {
  const { app } = await desktop.start('--speed=1')
  let err = ''
  app.process().stderr?.on('data', (text: Buffer) => (err += text.toString()))
  const exited = new Promise<number | null>(resolve => app.process().once('exit', resolve))

  await app.evaluate(() => void setTimeout(() => void Promise.reject(new Error('a broken invariant')), 10))

  expect(await exited).toBe(1)
  expect(err).toContain('BITTEN has stopped on a fault of its own.')
  expect(err).not.toContain('    at ')
  expect(await desktop.log()).toContain('a broken invariant')
})
