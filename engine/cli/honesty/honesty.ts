import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pairsInFiles } from '../../adapters/importers/index.ts'
import type { HonestyReport } from '../../contracts/honesty.ts'
import { HonestyLabJob } from '../../contracts/lab-port.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, REPORTED, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { runLab } from '../run-lab.ts'
import type { HonestyFlags } from './honesty-command.ts'
import { honestyText } from './honesty-text.ts'
import { liveRoad, type LiveRoad } from './live-road.ts'
import { writeTickFiles, type TickFiles } from './tick-files.ts'

/** Three weeks: an hour's squeeze is ranked among 200 hours, and what the model reads of four hours needs 200 hours as well. */
const ROAD_DAYS = 21
const MOST_TRIES = 3

/** Sends ticks through a terminal, lets the lab check everything, and prints what it found. */
export async function checkHonesty(flags: HonestyFlags, context: CliContext, out: Output): Promise<Outcome> {
  const named = flags.data ? await pairsInFiles(flags.data) : null
  if (named?.is === 'refused') return failed(named.code, named.text)
  const folder = mkdtempSync(path.join(tmpdir(), 'bitten-honesty-'))
  try {
    out.progress('Playing three weeks of ticks through a terminal')
    const ticks = writeTickFiles(folder, flags.seed, ROAD_DAYS)
    const road = await travel(folder, ticks, context)
    if (road.is === 'failed') return road
    const roads = { files: [...ticks.files], ticks: ticks.ticks, live: [...road.written] }
    const ended = await runLab<HonestyReport>(jobOf(flags, context, roads), context, {
      log: text => out.warn(text),
      stage: (stage, done, of) => out.progress(`${stage} (${done + 1} of ${of})`),
    })
    out.progress('')
    if (ended.is === 'failed') return ended
    out.document(ended.report)
    for (const line of honestyText(ended.report)) out.line(line)
    return ended.report.green ? DONE : REPORTED
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A machine that is busy with other things can lose a link, and nothing is learnt from a market with a hole in it. */
async function travel(folder: string, ticks: TickFiles, context: CliContext): Promise<LiveRoad> {
  for (let tries = 1; ; tries++) {
    const road = await liveRoad(path.join(folder, `desk-${tries}`), ticks, context)
    if (road.is === 'travelled' || road.code !== 'LINK_LOST' || tries === MOST_TRIES) return road
  }
}

function jobOf(
  { data, symbols, serverOffset, seed }: HonestyFlags,
  { version, paths }: CliContext,
  roads: NonNullable<HonestyLabJob['roads']>,
): HonestyLabJob {
  return HonestyLabJob.parse({
    job: 'honesty',
    version,
    files: data ?? null,
    pairs: symbols ?? null,
    serverTime: serverOffset ?? null,
    seed,
    models: paths.models,
    roads,
  })
}
