/** Installs of BITTEN that share nothing: a real host, a data folder and a key each, and the built window in front of it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Download, Page } from '@playwright/test'
import { folderWithPast, startSquadDesk, type PastTrade } from '../../../engine/testkit/squad-desks.ts'
import { prepareRuntime } from '../../../tools/prepare/prepare-runtime.mjs'
import { bridgeTo } from './real-bridge.ts'

const PROGRAMS = path.resolve(import.meta.dirname, '../../../out/main')
const program = (name: string) => path.join(PROGRAMS, name)
const paths = {
  engineWorker: program('engine.worker.js'),
  archiveWorker: program('archive.worker.js'),
  terminalSim: program('terminal-sim.js'),
}

/** One trader at one computer. */
export class Install {
  readonly page: Page
  readonly folder: string
  readonly #stop: () => Promise<void>

  private constructor(page: Page, folder: string, stop: () => Promise<void>) {
    this.page = page
    this.folder = folder
    this.#stop = stop
  }

  static async open(browser: Browser, url: string, past: readonly PastTrade[]): Promise<Install> {
    const { sqliteBinding } = await prepareRuntime({ electron: false, tests: false, log: () => undefined })
    const folder = await mkdtemp(path.join(tmpdir(), 'bitten-squad-'))
    const data = folderWithPast(path.join(folder, 'data'), past, sqliteBinding)
    const host = await startSquadDesk(data, paths, sqliteBinding)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await bridgeTo(page, host)
    await page.goto(url)
    await page.getByRole('navigation').getByRole('button', { name: 'Squad' }).click()
    return new Install(page, folder, async () => {
      await context.close()
      await host.stop()
      await rm(folder, { recursive: true, force: true })
    })
  }

  close(): Promise<void> {
    return this.#stop()
  }

  panel(name: string) {
    return this.page.getByRole('region', { name })
  }

  async takeName(callSign: string, privacy: string): Promise<void> {
    const tag = this.panel('Dog tag')
    await tag.getByLabel('Call-sign').fill(callSign)
    await tag.getByRole('button', { name: privacy, exact: true }).click()
    await tag.getByRole('button', { name: 'Take this call-sign' }).click()
  }

  /** The file of the dispatch that lies open. */
  async save(name: string): Promise<string> {
    const sheet = this.page.getByRole('dialog')
    const saved: Promise<Download> = this.page.waitForEvent('download')
    await sheet.getByRole('button', { name: 'Save as a file' }).click()
    const file = path.join(this.folder, name)
    await (await saved).saveAs(file)
    await sheet.getByRole('button', { name: 'Close' }).click()
    return file
  }

  /** Opens a file in the panel where dispatches come in. */
  async openFile(file: string): Promise<void> {
    const receive = this.panel('Receive')
    await receive.locator('input[type=file]').setInputFiles(file)
    await receive.getByRole('button', { name: 'Take it in' }).click()
  }

  async row(callSign: string) {
    const key = await this.page.locator('[data-recruit]', { hasText: callSign }).getAttribute('data-recruit')
    return this.page.locator(`[data-recruit="${key}"]`)
  }
}
