/**
 * What the War Room costs while fifteen symbols tick twenty times a second: its main thread, frames, memory, and what it takes while
 * nobody sees it. Frames are drawn in software here, so an empty page's of the same run stand beside them.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { whileTicking } from './ui/busy-share.ts'
import { busyFor, framesOf, heapOf, sessionOf } from './ui/busy-page.ts'
import { hiddenPage } from './ui/hidden-page.ts'
import { floodedDesk } from './ui/flooded-desk.ts'
import { option } from './lib/built-app.ts'
import { emptyApp, launch } from './lib/electron-apps.ts'
import { quantile, report, type Figure } from './lib/figures.ts'
import { flood, type FloodJob } from './lib/flood-terminal.ts'

const TICKS_PER_SECOND = 15 * 20
const FRAMES_S = 20
const HIDDEN_S = 30
const MB = 1_048_576

async function emptyFrames(): Promise<number[]> {
  const app = await launch(emptyApp())
  const page = await app.firstWindow()
  await pause(2_000)
  const frames = await framesOf(page, FRAMES_S)
  await app.close()
  return frames
}

async function measure(): Promise<void> {
  const busySeconds = option('seconds', 60)
  const minutes = option('minutes', 10)
  const floor = await emptyFrames()
  const lasts = busySeconds + minutes * 60 + FRAMES_S + 60
  const { app, page, terminal, shown } = await floodedDesk(import.meta.filename, TICKS_PER_SECOND, lasts)
  const session = await sessionOf(page)
  await pause(10_000)
  const { value: busy, share: ofBusy } = await whileTicking(shown, () => busyFor(page, session, busySeconds))
  const { value: frames, share: ofFrames } = await whileTicking(shown, () => framesOf(page, FRAMES_S))
  const heapBefore = await heapOf(session)
  const { share: ofHeap } = await whileTicking(shown, () => pause(minutes * 60_000))
  const grown = (await heapOf(session)) - heapBefore
  terminal.kill()
  await app.close()
  const hidden = await hiddenPage(import.meta.filename, TICKS_PER_SECOND, HIDDEN_S)
  if (hidden.visibility !== 'hidden') throw new Error(`The hidden page calls itself ${hidden.visibility}.`)
  const fewest = Math.min(ofBusy, ofFrames, ofHeap, hidden.told / TICKS_PER_SECOND)
  const p99 = { desk: quantile(frames, 0.99), empty: quantile(floor, 0.99) }
  report('ui', [
    {
      name: 'ticks told, of those sent, in the idlest measure',
      value: fewest * 100,
      unit: '%',
      bound: { atLeast: 90 },
    },
    { name: 'main thread busy, of one core', value: busy.share * 100, unit: '%', bound: { atMost: 25 } },
    { name: 'tasks over 50 ms', value: busy.longTasksMs.length, unit: 'tasks', bound: { atMost: 0 } },
    { name: 'longest of them', value: Math.max(0, ...busy.longTasksMs), unit: 'ms' },
    { name: 'frame to frame, p99', value: p99.desk, unit: 'ms' },
    { name: 'an empty page, p99 (floor)', value: p99.empty, unit: 'ms' },
    { name: 'against the empty page', value: p99.desk / p99.empty, unit: '×', bound: { atMost: 1.5 } },
    { name: `heap grown in ${minutes} minutes`, value: grown / MB, unit: 'MB', bound: { atMost: 5 } },
    {
      name: 'CPU of the page while hidden, of one core',
      value: hidden.cpu * 100,
      unit: '%',
      bound: { atMost: 1 },
    },
  ] satisfies Figure[])
}

const job = process.argv[process.argv.indexOf('--flood') + 1]
if (process.argv.includes('--flood') && job !== undefined) await flood(JSON.parse(job) as FloodJob)
else {
  await measure()
  process.exit()
}
