/**
 * What the page takes while its window is hidden, in an app that nobody drives: under a test driver Chromium calls every page
 * visible, and goes on drawing it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { temporaryFolder } from '../lib/built-app.ts'
import { desk, SWITCHES } from '../lib/electron-apps.ts'
import { floodedBy, newPort } from './flooded-desk.ts'

/** `cpu`: share of one core. `told`: ticks that the engine knew of, a second. */
export type HiddenPage = Readonly<{ cpu: number; told: number; visibility: string }>

const WATCH = `const { app, BrowserWindow } = require('electron')
const say = what => console.log('BENCH ' + JSON.stringify(what))
const pause = ms => new Promise(resolve => setTimeout(resolve, ms))
const cpu = () => app.getAppMetrics().filter(each => each.type === 'Tab').reduce((sum, each) => sum + each.cpu.cumulativeCPUUsage, 0)
const SECONDS = Number(process.env.BENCH_SECONDS)
app.whenReady().then(async () => {
  let window
  while ((window = BrowserWindow.getAllWindows()[0]) === undefined || !window.isVisible()) await pause(100)
  const page = code => window.webContents.executeJavaScript(code)
  const ticks = () => page('window.bitten.getView().then(answer => answer.value.links.reduce((sum, link) => sum + link.ticks, 0))')
  while ((await ticks().catch(() => 0)) === 0) await pause(500)
  await pause(10000)
  window.hide()
  await pause(5000)
  const before = { ticks: await ticks(), cpu: cpu(), ms: performance.now() }
  await pause(SECONDS * 1000)
  const used = cpu() - before.cpu
  const seconds = (performance.now() - before.ms) / 1000
  say({ cpu: used / seconds, told: (await ticks() - before.ticks) / seconds, visibility: await page('document.visibilityState') })
  app.quit()
})`

export async function hiddenPage(
  program: string,
  ticksPerSecond: number,
  seconds: number,
): Promise<HiddenPage> {
  const watch = path.join(temporaryFolder(), 'watch.cjs')
  writeFileSync(watch, WATCH)
  const port = await newPort()
  const { dataFolder, terminal } = floodedBy(program, port, ticksPerSecond, seconds + 120)
  const electron = createRequire(path.join(desk, 'package.json'))('electron') as string
  const app = spawn(electron, [...SWITCHES, '-r', watch, desk, '--no-training'], {
    env: { ...process.env, BITTEN_DATA: dataFolder, BENCH_SECONDS: String(seconds) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(app, 'exit')
  let found: HiddenPage | null = null
  for await (const line of createInterface(app.stdout))
    if (line.startsWith('BENCH ')) found = JSON.parse(line.slice(6)) as HiddenPage
  await ended
  terminal.kill()
  if (found === null) throw new Error('The app ended before its hidden page was measured.')
  return found
}
