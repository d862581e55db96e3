/** The real Expert Advisor on the EA host, linked to the app's own end of the wire. Everything is closed after each test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, vi } from 'vitest'
import { buildEa } from '../../ea/host/build/index.ts'
import { RealTerminal, type RealOptions } from '../../ea/host/driver/real-terminal.ts'
import type { TerminalLine } from '../../ea/host/driver/lines.ts'
import { AppSide } from '../../engine/testkit/app-side.ts'
import { formatPairingKey, newPairingKey } from '../../engine/wire/index.ts'

export const PROGRAM = 'ea/Experts/BITTENBridge.mq5'
export const KEY = newPairingKey()
export const PATIENCE = { timeout: 30_000, interval: 10 }

export const PRICES: Readonly<Record<string, readonly [bid: string, ask: string]>> = {
  EURUSD: ['1.10234', '1.10236'],
  GBPUSD: ['1.27110', '1.27113'],
  USDJPY: ['150.120', '150.123'],
  USDCHF: ['0.88410', '0.88413'],
  USDCAD: ['1.36220', '1.36223'],
  AUDUSD: ['0.65710', '0.65712'],
  NZDUSD: ['0.60110', '0.60113'],
  EURGBP: ['0.86720', '0.86723'],
  EURJPY: ['165.480', '165.485'],
  GBPJPY: ['190.820', '190.826'],
  AUDJPY: ['98.640', '98.644'],
  EURAUD: ['1.67750', '1.67756'],
  GBPAUD: ['1.93440', '1.93447'],
  GBPNZD: ['2.11460', '2.11469'],
  GBPCHF: ['1.12380', '1.12385'],
}
export const PAIRS = Object.keys(PRICES)

const build = await buildEa({ program: PROGRAM, variant: 'release' })
if (!build.ok) throw new Error(`The Expert Advisor does not build:\n${build.errors.join('\n')}`)
export const { binary } = build

const toClose: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close()
})

export async function openApp(over: Partial<Parameters<typeof AppSide.open>[0]> = {}): Promise<AppSide> {
  const app = await AppSide.open({ pairingKey: KEY, ...over })
  toClose.push(() => app.close())
  return app
}

export type EaOptions = Readonly<{
  symbols?: readonly string[]
  inputs?: Readonly<Record<string, string | number | boolean>>
  /** Lines before the program starts. */
  before?: readonly string[]
  real?: Partial<RealOptions>
}>

/** In order where it can: a killed program counts no lines. */
async function endOf(terminal: RealTerminal): Promise<void> {
  const late = setTimeout(() => void terminal.kill(), 3_000)
  await terminal.quit().catch(() => terminal.kill())
  clearTimeout(late)
}

/** A terminal with the fifteen pairs and the EA on a chart of the first one. */
export class EaOnHost {
  readonly terminal: RealTerminal
  readonly folder: string
  readonly prints: string[] = []

  private constructor(terminal: RealTerminal, folder: string) {
    this.terminal = terminal
    this.folder = folder
    terminal.onLine(line => {
      if (typeof line['print'] === 'string') this.prints.push(line['print'])
    })
  }

  static async start(app: Pick<AppSide, 'port'>, options: EaOptions = {}): Promise<EaOnHost> {
    const folder = mkdtempSync(path.join(tmpdir(), 'bitten-ea-'))
    const terminal = new RealTerminal(binary, { files: path.join(folder, 'Files'), ...options.real })
    toClose.push(async () => {
      await endOf(terminal)
      rmSync(folder, { recursive: true, force: true })
    })
    const ea = new EaOnHost(terminal, folder)
    const symbols = options.symbols ?? PAIRS
    await ea.run(
      'allow 127.0.0.1',
      'account login=12345678 balance=10000 server=Example-Demo company=Example',
      ...symbols.map(name => `symbol ${name}`),
      `chart ${symbols[0]}`,
      ...(options.before ?? []),
    )
    const inputs = { InpPairingKey: formatPairingKey(KEY), InpPort: app.port, ...options.inputs }
    await ea.run(...Object.entries(inputs).map(([name, value]) => `input ${name} ${value}`), 'init')
    return ea
  }

  /** Runs lines in order. */
  async run(...lines: readonly string[]): Promise<TerminalLine[]> {
    const answers = await Promise.all(lines.map(line => this.terminal.run(line)))
    return answers.flat()
  }

  /** A quote of each pair, so that ticks have values and the broker's clock can be measured. */
  async quote(symbols: readonly string[] = PAIRS): Promise<void> {
    await this.run(
      ...symbols.map(name => `tick ${name} ${(PRICES[name.slice(0, 6)] ?? ['1', '1']).join(' ')}`),
    )
  }

  /** Quotes go on until something has happened, as those of an open market do. */
  async quoteUntil<T>(happened: () => T | Promise<T>, symbols: readonly string[] = PAIRS): Promise<T> {
    let step = 0
    return vi.waitFor(
      async () => {
        step = 1 - step
        const [bid, ask] = PRICES[(symbols[0] ?? 'EURUSD').slice(0, 6)] ?? ['1', '1']
        await this.run(
          `tick ${symbols[0]} ${(Number(bid) + step * 1e-5).toFixed(5)} ${(Number(ask) + step * 1e-5).toFixed(5)}`,
        )
        return happened()
      },
      { timeout: 15_000, interval: 100 },
    )
  }

  /** What the panel says, a text for each of its things: `Link | The app is linked`. */
  async panel(): Promise<string[]> {
    const line = (await this.run('objects')).find(({ objects: told }) => told !== undefined)
    const objects = line?.['objects']
    if (!Array.isArray(objects)) throw new Error('the host told no objects')
    const labels = (objects as { name: string; text: string; y: number }[]).filter(({ text }) => text !== '')
    const textAt = (kind: string, y: number): string =>
      labels.find(label => label.y === y && label.name.startsWith(`BITTEN ${kind}`))?.text.trim() ?? ''
    const rows = [...new Set(labels.map(({ y }) => y))].toSorted((a, b) => a - b)
    return rows.reduce<string[]>((things, y) => {
      const [caption, text] = [textAt('caption', y), textAt('text', y)]
      return caption === ''
        ? [...things.slice(0, -1), `${things.at(-1)} ${text}`]
        : [...things, `${caption} | ${text}`]
    }, [])
  }

  /** Minutes of the past, one each hour, from a file. Times are the server's, seconds. */
  async bars(symbol: string, times: readonly number[]): Promise<void> {
    const file = path.join(this.folder, `${symbol}.csv`)
    writeFileSync(
      file,
      times.map((time, at) => `${time} 1.10 1.11 1.09 1.10${at % 10} ${1 + (at % 7)} 2`).join('\n'),
    )
    await this.run(`bars ${symbol} ${file}`)
  }
}
