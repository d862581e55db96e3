/** The real app in a real Electron, on a data folder of its own. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, test as base, expect } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { FIRST_STEPS_FILE } from '../../../electron/first-steps/first-steps.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** Chromium's own sandbox does not start for root, which is what a test machine often runs as. */
export const ROOT_SWITCHES = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Threads don't inherit what Electron was started with, so they are told. */
const otherClock = (aheadMs: number): string => `
const now = Date.now
Date.now = () => now() + ${aheadMs}
const threads = require('node:worker_threads')
threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    super(file, { ...options, execArgv: ['--require', __filename] })
  }
}
require('node:module').syncBuiltinESMExports()
`

/**
 * Lets a test end the engine: its thread throws between two of its turns, as a fault of its own would end it, and every one
 * that is started in its place ends at once.
 */
const ENGINE_SWITCH = `
const threads = require('node:worker_threads')
const line = new threads.BroadcastChannel('engine-switch')
line.unref()
if (!threads.isMainThread) line.onmessage = () => { throw new Error('turned off by the test') }
let isOff = false
threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    const isEngine = String(file).endsWith('engine.worker.js')
    if (isEngine && isOff) super('process.exit(1)', { ...options, eval: true })
    else super(file, isEngine ? { ...options, execArgv: ['--require', __filename] } : options)
  }
}
globalThis.turnEngineOff = () => {
  isOff = true
  line.postMessage('off')
}
require('node:module').syncBuiltinESMExports()
`

export type RunningApp = Readonly<{ app: ElectronApplication; page: Page }>

export class DesktopApp {
  readonly dataFolder: string
  /** How far the app's clock is ahead of the machine's. */
  aheadMs = 0
  /** Whether this start can have its engine turned off. */
  hasEngineSwitch = false
  /** Somebody who has never seen the window: the first steps are not over. */
  isNewcomer = false
  /** Seals its secrets where this machine has no key store. */
  secretKey: string | null = null
  /** Over this machine's own, such as the session bus that its notifications go to. */
  variables: Readonly<Record<string, string>> = {}
  #running: ElectronApplication | null = null

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder
  }

  static args(...switches: readonly string[]): string[] {
    return [...ROOT_SWITCHES, ROOT, ...switches]
  }

  get environment(): Record<string, string> {
    const inherited = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
    )
    return {
      ...Object.fromEntries(inherited),
      BITTEN_DATA: this.dataFolder,
      ...(this.secretKey !== null && { BITTEN_SECRET_KEY: this.secretKey }),
      ...this.variables,
    }
  }

  /** Run before the app: the clock of its process and of its threads, and the switch of its engine. */
  get #before(): string[] {
    const scripts = {
      ...(this.aheadMs !== 0 && { 'other-clock.cjs': otherClock(this.aheadMs) }),
      ...(this.hasEngineSwitch && { 'engine-switch.cjs': ENGINE_SWITCH }),
    }
    return Object.entries(scripts).flatMap(([name, text]) => {
      const script = path.join(this.dataFolder, name)
      writeFileSync(script, text)
      return ['-r', script]
    })
  }

  #endFirstSteps(): void {
    const profile = path.join(this.dataFolder, 'window')
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    writeFileSync(path.join(profile, FIRST_STEPS_FILE), JSON.stringify({ how: 'skipped' }))
  }

  async start(...switches: readonly string[]): Promise<RunningApp> {
    if (!this.isNewcomer) this.#endFirstSteps()
    const app = await _electron.launch({
      args: [...this.#before, ...DesktopApp.args(...switches)],
      env: this.environment,
    })
    this.#running = app
    const page = await app.firstWindow()
    await page.evaluate(() => document.fonts.ready)
    return { app, page }
  }

  /** Ends the engine for good: whatever the app starts in its place ends at once. */
  async turnEngineOff(): Promise<void> {
    await this.#running?.evaluate(() => {
      const { turnEngineOff } = globalThis as unknown as { turnEngineOff: () => void }
      turnEngineOff()
    })
  }

  /** As a power cut would end it. */
  async cut(): Promise<void> {
    const running = this.#running
    if (running === null) return
    const gone = new Promise(resolve => running.process().once('exit', resolve))
    running.process().kill('SIGKILL')
    await gone
    this.#running = null
  }

  async stop(): Promise<void> {
    await this.#running?.close()
    this.#running = null
  }

  async log(): Promise<string> {
    return readFile(path.join(this.dataFolder, 'logs', 'bitten.log'), 'utf8')
  }
}

export const test = base.extend<{ desktop: DesktopApp }>({
  desktop: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bitten-e2e-'))
    const desktop = new DesktopApp(folder)
    await use(desktop)
    await desktop.stop()
    await rm(folder, { recursive: true, force: true })
  },
})
export { expect }
