import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WrittenProposal } from '../../contracts/honesty.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { WarRoomView } from '../../contracts/views.ts'
import { createHost, nodeSpawner, type Host } from '../../host/index.ts'
import type { CliContext } from '../context.ts'
import { failed, type Failure } from '../outcome.ts'
import type { TickFiles } from './tick-files.ts'

const LOOK_EVERY_MS = 20
/** A market of weeks that passes in seconds; whoever needs longer hangs. */
const AT_MOST_MS = 180_000
const AS_FAST_AS_IT_GOES = 0

export type LiveRoad = Readonly<{ is: 'travelled'; written: readonly WrittenProposal[] }> | Failure

/** The ticks through a simulated terminal, ZeroMQ, the host and the engine's worker: what the desk wrote into its ledger. */
export async function liveRoad(
  dataFolder: string,
  { files, lastMs }: TickFiles,
  { version, paths, environment, stop }: CliContext,
): Promise<LiveRoad> {
  mkdirSync(dataFolder)
  writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
  const host = await createHost({
    dataFolder,
    version,
    paths,
    sqliteBinding: environment.sqliteBinding,
    spawner: nodeSpawner,
    training: {
      source: { kind: 'files', files: [...files], serverTime: 0 },
      speed: AS_FAST_AS_IT_GOES,
      // Ticks that are played before anybody is linked would be nobody's.
      paused: true,
      stateFile: null,
    },
    log: { write: () => undefined },
  })
  if (host.is === 'refused') return failed(host.code, host.text)
  const written: WrittenProposal[] = []
  let isWhole = true
  host.onTold(events => {
    written.push(...events.flatMap(writtenIn))
    if (events.some(({ event }) => event.kind === 'terminalLost')) isWhole = false
  })
  try {
    const end = AbortSignal.any([stop, AbortSignal.timeout(AT_MOST_MS)])
    // Armed after everything that a session begins with, history among it: no tick has to wait.
    await until(() => viewSays(host, ({ links }) => links[0]?.armed === true), end)
    host.simulate({ kind: 'play' })
    await until(() => viewSays(host, ({ marketMs }) => !isWhole || (marketMs ?? 0) >= lastMs), end)
    if (!isWhole)
      return failed(
        'LINK_LOST',
        'The link to the simulated terminal broke on the way. Run it again on a quieter machine',
      )
    if (end.aborted)
      return failed('LIVE_ROAD', 'The simulated terminal did not come to the end of its ticks. Run it again')
    return { is: 'travelled', written }
  } finally {
    await host.stop()
  }
}

async function until(isDone: () => Promise<boolean>, end: AbortSignal): Promise<void> {
  while (!end.aborted && !(await isDone())) await sleep(LOOK_EVERY_MS)
}

async function viewSays(host: Host, says: (view: WarRoomView) => boolean): Promise<boolean> {
  const answer = await host.view()
  return answer.is !== 'failed' && says(answer.value)
}

function writtenIn({ event }: StoredEvent): WrittenProposal[] {
  // No setup has proposed it.
  if (event.kind === 'missionIssued' && event.mission.test) return []
  if (event.kind === 'missionIssued') return [{ mission: event.mission, refusals: null }]
  if (event.kind === 'missionRefused') return [{ mission: event.mission, refusals: event.refusals }]
  return []
}
