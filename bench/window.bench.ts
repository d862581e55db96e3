/**
 * From launch to a War Room that answers, on the training ground, against an empty Electron window of the same runtime; taken
 * in turn. Interactive means that the page has its fonts and a click reaches FLATTEN; the first view, what the engine tells,
 * comes after it and is a figure of its own.
 */
import type { ElectronApplication } from '@playwright/test'
import { option } from './lib/built-app.ts'
import { desk as ourApp, emptyApp, launch, newDataFolder } from './lib/electron-apps.ts'
import { quantile, report } from './lib/figures.ts'
import { firstMoments, type Moments } from './window/first-moments.ts'

type Started = Moments & Readonly<{ app: ElectronApplication }>

/** Milliseconds since the launch. A click shows afterwards that it is true. */
async function start(button: string, view: string, ...launched: Parameters<typeof launch>): Promise<Started> {
  const startedMs = Date.now()
  const app = await launch(...launched)
  const page = await app.firstWindow()
  const { interactiveMs, viewMs } = await firstMoments(page, button, view)
  await page
    .getByRole('button', { name: new RegExp(button, 'i') })
    .first()
    .click({ trial: true })
  return { app, interactiveMs: interactiveMs - startedMs, viewMs: viewMs - startedMs }
}

/** Resident memory of all processes of the app, MB. */
async function memoryOf(app: ElectronApplication): Promise<number> {
  const kilobytes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  )
  return kilobytes / 1_024
}

/** A panel that shows what the engine has told. */
const FRESH_PANEL = '[data-freshness=fresh],[data-freshness=stale]'
const empty = emptyApp()
const rounds = option('rounds', 5)
const times = { empty: [] as number[], desk: [] as number[], view: [] as number[] }
const memory = { empty: [] as number[], desk: [] as number[] }
for (let round = 0; round <= rounds; round++) {
  const data = { BITTEN_DATA: newDataFolder() }
  const bare = await start('ready', 'button', empty)
  const desk = await start('flatten', FRESH_PANEL, ourApp, data, '--training')
  await new Promise(resolve => setTimeout(resolve, 3_000))
  memory.empty.push(await memoryOf(bare.app))
  memory.desk.push(await memoryOf(desk.app))
  await bare.app.close()
  await desk.app.close()
  if (round === 0) continue
  times.empty.push(bare.interactiveMs)
  times.desk.push(desk.interactiveMs)
  times.view.push(desk.viewMs)
}
const ratios = times.desk.map((ms, round) => ms / (times.empty[round] as number))

report('window', [
  { name: 'empty Electron window, median', value: quantile(times.empty, 0.5), unit: 'ms' },
  { name: 'War Room interactive, median', value: quantile(times.desk, 0.5), unit: 'ms' },
  {
    name: 'against the empty window, median of pairs',
    value: quantile(ratios, 0.5),
    unit: '×',
    bound: { atMost: 1.5 },
  },
  { name: 'War Room with its first view, median', value: quantile(times.view, 0.5), unit: 'ms' },
  { name: 'resident memory, empty Electron', value: quantile(memory.empty, 0.5), unit: 'MB' },
  {
    name: 'resident memory, host + worker + window + training',
    value: quantile(memory.desk, 0.5),
    unit: 'MB',
  },
])
