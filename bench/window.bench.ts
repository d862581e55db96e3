/**
 * From launch to a War Room that answers, on the training ground, against an empty Electron window of the same runtime;
 * taken in turn. Interactive means that the page has its fonts, shows its first view, and a click reaches it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { option, temporaryFolder } from './lib/built-app.ts'
import { quantile, report } from './lib/figures.ts'

const SWITCHES = process.getuid?.() === 0 ? ['--no-sandbox'] : []

function emptyApp(): string {
  const folder = path.join(temporaryFolder(), 'empty')
  mkdirSync(folder)
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', productName: 'Empty', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'))
app.on('window-all-closed', () => app.quit())`,
  )
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>empty</title><button>Ready</button>')
  return folder
}

type Started = Readonly<{ ms: number; app: ElectronApplication }>

async function start(
  folder: string,
  button: RegExp,
  env: Record<string, string>,
  ...args: string[]
): Promise<Started> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([, value]) => value !== undefined),
  ) as Record<string, string>
  const started = performance.now()
  const app = await _electron.launch({ args: [...SWITCHES, folder, ...args], env: { ...inherited, ...env } })
  const page = await app.firstWindow()
  await page.getByRole('button', { name: button }).first().click({ trial: true })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { ms: performance.now() - started, app }
}

/** Resident memory of all processes of the app, MB. */
async function memoryOf(app: ElectronApplication): Promise<number> {
  const kilobytes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  )
  return kilobytes / 1_024
}

const empty = emptyApp()
const rounds = option('rounds', 5)
const times = { empty: [] as number[], desk: [] as number[] }
const memory = { empty: [] as number[], desk: [] as number[] }
for (let round = 0; round <= rounds; round++) {
  const bare = await start(empty, /ready/i, {})
  const desk = await start(
    path.resolve('.'),
    /flatten/i,
    { BITTEN_DATA: path.join(temporaryFolder(), 'data') },
    '--training',
  )
  await new Promise(resolve => setTimeout(resolve, 3_000))
  memory.empty.push(await memoryOf(bare.app))
  memory.desk.push(await memoryOf(desk.app))
  await bare.app.close()
  await desk.app.close()
  if (round === 0) continue
  times.empty.push(bare.ms)
  times.desk.push(desk.ms)
}
const ratios = times.desk.map((ms, round) => ms / (times.empty[round] as number))

report('window', [
  { name: 'empty Electron window, median', value: quantile(times.empty, 0.5), unit: 'ms' },
  { name: 'War Room interactive, median', value: quantile(times.desk, 0.5), unit: 'ms' },
  {
    name: 'against the empty window, median of pairs',
    value: quantile(ratios, 0.5),
    unit: '×',
    bound: { atMost: 2 },
  },
  { name: 'resident memory, empty Electron', value: quantile(memory.empty, 0.5), unit: 'MB' },
  {
    name: 'resident memory, host + worker + window + training',
    value: quantile(memory.desk, 0.5),
    unit: 'MB',
  },
])
