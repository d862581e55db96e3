/** Where the app trades in a test: its own training ground, or the real Expert Advisor on the EA host. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { buildEa } from '../../../ea/host/build/index.ts'
import { RealTerminal } from '../../../ea/host/driver/real-terminal.ts'
import { freePort } from '../../../engine/testkit/free-port.ts'
import type { DesktopApp, RunningApp } from './desktop-app.ts'
import { GeneratedMarket, type MarketStart } from './generated-market.ts'

export interface Floor {
  /** How many of the fifteen pairs its terminal quotes. */
  readonly pairs: number
  /** A mission comes within so long. */
  readonly patienceMs: number
  open(): Promise<RunningApp>
  /** Lets the market come to an end of every trade. */
  hurry(page: Page): Promise<void>
  calm(page: Page): Promise<void>
  close(): Promise<void>
}

/**
 * The same ticks on every machine: at 07:35 a fade buys AUDUSD, at 07:40 one sells USDCAD. It opens before that by as much as the
 * desk needs to know the usual spread: a hundred ticks.
 */
const MARKET: MarketStart = {
  seed: 7,
  startMs: Date.UTC(2014, 4, 5, 6),
  pairs: ['AUDUSD', 'USDCAD', 'GBPUSD'],
  offsetS: 10_800,
}
const OPENS_MS = Date.UTC(2014, 4, 5, 7, 31, 50)
const HURRIED = 600

/** The real Expert Advisor, linked over TCP; its clock and the app's show the generator's day. */
export class ExpertAdvisorFloor implements Floor {
  readonly pairs = MARKET.pairs.length
  readonly patienceMs = 240_000
  readonly #desktop: DesktopApp
  #terminal: RealTerminal | null = null
  #market: GeneratedMarket | null = null

  constructor(desktop: DesktopApp) {
    this.#desktop = desktop
  }

  async open(): Promise<RunningApp> {
    const { dataFolder } = this.#desktop
    const build = await buildEa({ program: 'ea/Experts/BITTENBridge.mq5', variant: 'release' })
    if (!build.ok) throw new Error(build.errors.join('\n'))
    const port = await freePort()
    await writeFile(path.join(dataFolder, 'settings.json'), JSON.stringify({ version: 1, port }))
    this.#desktop.aheadMs = OPENS_MS - Date.now()
    const running = await this.#desktop.start('--no-training')
    const key = await readFile(path.join(dataFolder, 'pairing.key'), 'utf8')
    await this.#attach(build.binary, { InpPort: port, InpPairingKey: key.trim() })
    return running
  }

  async hurry(): Promise<void> {
    this.#market?.hurry(HURRIED)
  }

  async calm(): Promise<void> {
    this.#market?.calm()
  }

  async close(): Promise<void> {
    this.#market?.stop()
    await this.#terminal?.kill()
  }

  async #attach(binary: string, inputs: Readonly<Record<string, string | number>>): Promise<void> {
    const folder = path.join(this.#desktop.dataFolder, 'metatrader')
    await mkdir(folder)
    const terminal = new RealTerminal(binary, { files: path.join(folder, 'files') })
    this.#terminal = terminal
    const nowMs = () => Date.now() + this.#desktop.aheadMs
    const chart = { ...inputs, InpTraining: true, InpCommission: 7, InpMaxSpread: 100, InpMaxLots: 5 }
    for (const line of [
      `clock ahead ${this.#desktop.aheadMs}`,
      `zone server ${MARKET.offsetS}`,
      'allow 127.0.0.1',
      'account currency=USD balance=10000 leverage=100 margin=hedging kind=demo',
      ...MARKET.pairs.map(pair => `symbol ${pair} commission=3.5`),
      'market open',
      ...Object.entries(chart).map(([name, value]) => `input ${name} ${value}`),
    ])
      await terminal.run(line)
    const market = new GeneratedMarket(terminal, MARKET, nowMs())
    this.#market = market
    await market.loadPast(nowMs(), folder)
    await terminal.run('init')
    void market.play(nowMs())
  }
}
