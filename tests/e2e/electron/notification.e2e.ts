/** What a person sees of BITTEN while its window is closed, and what a click does: over a real bus, with a service of the test's own. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { missingForNotifications } from '../../../tools/prepare/notifications.mjs'
import { expect, test } from '../support/desktop-app.ts'
import { NotificationBus } from '../support/notification-bus.ts'

const missing = process.platform === 'linux' ? missingForNotifications() : ['a session bus of Linux']
test.skip(missing.length > 0, `The notifications can't be seen here without ${missing.join(', ')}.`)

const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
const isShown = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

/** Addresses of the sounds that were played to their end. */
const soundsOf = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
const noteSounds = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = Object.assign(window, { heard: [] }).heard
    window.Audio = class extends window.Audio {
      constructor(address?: string) {
        super(address)
        this.addEventListener('ended', () => heard.push(this.src))
      }
    }
  })

/** Its time must not be over before it is clicked. */
const stopAtTheFirstMission = (page: Page) =>
  page.evaluate(
    () =>
      void window.bitten?.onCue(
        ({ sound }) => void (sound === 'mission' && window.bitten?.simulate({ kind: 'pause' })),
      ),
  )
const setStartAtLogin = (page: Page, seen: number, startAtLogin: boolean) =>
  page.evaluate(async wish => window.bitten?.changeSettings(wish), {
    seen,
    change: { desk: { startAtLogin } },
  })

test('started into the tray, it tells a mission that is seen, heard and opened by a click; closed, it is told of once', async ({
  desktop,
}) => {
  const bus = await NotificationBus.open()
  const config = path.join(desktop.dataFolder, 'config')
  desktop.variables = { DBUS_SESSION_BUS_ADDRESS: bus.address, XDG_CONFIG_HOME: config }
  try {
    const { app, page } = await desktop.start('--seed=7', '--speed=300', '--tray')
    await noteSounds(page)
    await stopAtTheFirstMission(page)

    const mission = () => bus.shown.find(({ title }) => /^TRAINING: [A-Z]{6} (long|short), /.test(title))
    await expect.poll(mission, { timeout: 120_000 }).toBeDefined()
    const told = mission()
    if (told === undefined) throw new Error('no mission was told')
    expect(told.body).toMatch(/^Entry [\d.]+, stop [\d.]+, target [\d.]+, \d+\.\d\d : 1\./)
    expect(await isShown(app)).toBe(false)
    await expect.poll(() => soundsOf(page)).toContainEqual(expect.stringMatching(/mission-.*\.wav$/))

    bus.click(told)
    await expect.poll(() => isShown(app)).toBe(true)
    const [, base = '', quote = ''] = /: (...)(...)/.exec(told.title) ?? []
    await expect(page.getByRole('article')).toContainText(`${base}/${quote}`)

    expect(await page.evaluate(async () => window.bitten?.tryCue())).toMatchObject({ is: 'tried', play: { sound: 'mission', spoken: null }, notes: ['Off: the voice.'] }) // prettier-ignore
    await expect.poll(() => bus.shown.some(({ title }) => title === 'A try: nothing has happened')).toBe(true)

    const entries = () => readdir(path.join(config, 'autostart')).catch(() => null)
    await setStartAtLogin(page, 1, true)
    await expect.poll(entries).toEqual([expect.stringMatching(/^bitten-[\da-f]{8}\.desktop$/)])
    await setStartAtLogin(page, 2, false)
    await expect.poll(entries).toEqual([])

    for (const _ of [1, 2]) {
      await closeWindow(app)
      await expect.poll(() => isShown(app)).toBe(false)
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show())
    }
    // What is told later has come: nothing more of the window is on its way.
    await page.evaluate(async () => window.bitten?.tryCue())
    await expect.poll(() => bus.shown.filter(({ title }) => title.startsWith('A try')).length).toBe(2)
    expect(bus.shown.filter(({ title }) => title.startsWith('The window is closed'))).toHaveLength(1)
  } finally {
    bus.close()
  }
})
