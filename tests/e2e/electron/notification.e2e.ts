/** What a person sees of BITTEN while its window is closed, and what a click does: over a real bus, with a service of the test's own. */
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

test('a closed window is told of once; a mission is seen and heard meanwhile, and a click opens it there', async ({
  desktop,
}) => {
  const bus = await NotificationBus.open()
  desktop.busAddress = bus.address
  try {
    const { app, page } = await desktop.start('--seed=7', '--speed=600')
    await expect(page.getByRole('contentinfo')).toContainText('Linked', { timeout: 60_000 })

    await noteSounds(page)

    await closeWindow(app)
    await expect.poll(() => bus.shown[0]?.title).toBe('The window is closed; BITTEN goes on.')

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

    await closeWindow(app)
    await expect.poll(() => isShown(app)).toBe(false)
    expect(bus.shown.filter(({ title }) => title.startsWith('The window is closed'))).toHaveLength(1)
  } finally {
    bus.close()
  }
})
