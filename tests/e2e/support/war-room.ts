import { test as base, expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { Script } from './fake-bridge.ts'
import { curveOf, installFakeBridge } from './fake-bridge.ts'
import { servePages } from './page-server.ts'
import type { NoticeView, ViewPatch } from '../../../engine/contracts/views.ts'
import type { PageServer } from './page-server.ts'
import { busyRoom } from './rooms.ts'
import { MARKET_MS, at } from './view-parts.ts'
import { steadyCurve } from './curves.ts'

const usual: Script = {
  view: busyRoom,
  equity: curveOf(steadyCurve),
  costs: null,
  answers: {},
  commandAnswer: { is: 'done', text: 'Recorded and sent to the terminal.' },
  metaTraders: [],
  installed: [],
  telegram: null,
  linkReport: null,
  lab: null,
  settings: null,
  settingFacts: null,
  firstSteps: 'over',
  training: true,
}

/** The trigger by its name, in whatever state. */
export const TRIGGER = /^(Fire|Sending|No shot)\b.*: (buy|sell) /

/** A War Room in a browser, with the test in the engine's chair. */
export class WarRoomPage {
  readonly page: Page
  readonly #url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.#url = url
  }

  async open(script: Partial<Script> = {}): Promise<void> {
    await this.page.addInitScript(installFakeBridge, { ...usual, ...script })
    await this.page.goto(this.#url)
    await this.page.evaluate(() => document.fonts.ready)
  }

  get trigger(): Locator {
    return this.page.getByRole('button', { name: TRIGGER })
  }

  notify(notice: Omit<NoticeView, 'atMs'>): Promise<void> {
    return this.page.evaluate(value => window.fakeEngine.notify(value), { ...notice, atMs: at(MARKET_MS) })
  }

  patch(patch: ViewPatch): Promise<void> {
    return this.page.evaluate(value => window.fakeEngine.patch(value), patch)
  }

  picture(name: string): Promise<Buffer> {
    return this.page.screenshot({ path: `test-results/war-room/${name}.png` })
  }
}

type Workers = { pages: PageServer }
type Fixtures = { room: WarRoomPage; faults: readonly string[] }

export const test = base.extend<Fixtures, Workers>({
  pages: [
    async ({}, use) => {
      const pages = await servePages()
      await use(pages)
      await pages.close()
    },
    { scope: 'worker' },
  ],
  /** A page that complains in its console, or breaks its own content policy, has failed. */
  faults: [
    async ({ page }, use) => {
      const faults: string[] = []
      page.on('console', message => message.type() === 'error' && faults.push(message.text()))
      page.on('pageerror', error => faults.push(error.message))
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
  room: async ({ page, pages }, use) => {
    await use(new WarRoomPage(page, pages.url))
  },
})
export { expect }
