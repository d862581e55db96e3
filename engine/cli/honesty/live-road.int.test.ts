import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { countedIds, setClock } from '../../adapters/identity/index.ts'
import { openTickSource, readTape } from '../../adapters/importers/index.ts'
import { memoryLedger } from '../../adapters/ledger/index.ts'
import { onePipelineCheck } from '../../lab/honesty/one-pipeline.ts'
import { replay } from '../../lab/replay.ts'
import { bundleDesk } from '../../testkit/bundle-program.ts'
import { aModel } from '../../testkit/models.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import type { CliContext } from '../context.ts'
import { liveRoad } from './live-road.ts'
import { writeTickFiles } from './tick-files.ts'
import { mkdirSync, writeFileSync } from 'node:fs'

/** What is read of all bars after a day or two, so that the probabilities of most proposals say what was read. */
const MODEL = aModel({
  coefficients: [
    { name: 'D_r60', mean: 0, std: 1, beta: 0.1 },
    { name: 'N_s240bp', mean: 2.5, std: 0.4, beta: 0.1 },
  ],
})
const DAYS = 5
const UTC = 0

let program = ''
beforeAll(async () => {
  program = await bundleDesk()
})

function contextIn(folder: string): CliContext {
  const beside = (name: string) => path.join(path.dirname(program), name)
  const models = path.join(folder, 'models')
  mkdirSync(models)
  writeFileSync(path.join(models, 'majors-2018-08.json'), JSON.stringify(MODEL))
  return {
    version: 'test',
    paths: {
      self: program,
      engineWorker: beside('engine.worker.js'),
      archiveWorker: beside('archive.worker.js'),
      telegramWorker: '',
      labWorker: beside('lab.worker.js'),
      terminalSim: beside('terminal-sim.js'),
      ea: '',
      models,
    },
    environment: { dataFolder: folder, sqliteBinding: sqliteBinding(), secretKey: null },
    hasDisplay: false,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    stop: new AbortController().signal,
  }
}

test('a week of ticks through a terminal over ZeroMQ, through a replay and as minutes through the lab is one and the same', async () => {
  const folder = temporaryFolder()
  const { files, ticks, lastMs } = writeTickFiles(folder, 5, DAYS)
  const road = await liveRoad(path.join(folder, 'desk'), { files, ticks, lastMs }, contextIn(folder))
  if (road.is === 'failed') throw new Error(road.text)

  const opened = await openTickSource({ files, serverTime: UTC })
  if (opened.is === 'refused') throw new Error(opened.text)
  const { missions, refusals } = await replay(
    { version: 'test', seed: 5, drills: true, fire: false, loops: 1 },
    {
      source: opened.source,
      clock: setClock(0),
      ids: countedIds(),
      ledger: memoryLedger(),
      bars: { write: () => undefined, read: () => [], newest: () => null, close: () => undefined },
      model: MODEL,
      log: { write: () => undefined },
      progress: () => undefined,
    },
  )
  const reads = await Promise.all(
    (['EURUSD', 'GBPUSD'] as const).map(pair => readTape({ files, pair, serverTime: UTC })),
  )
  const found = onePipelineCheck({
    live: road.written,
    replayed: [
      ...missions.map(mission => ({ mission, refusals: null })),
      ...refusals.map(one => ({ mission: one.mission, refusals: [...one.refusals] })),
    ],
    tapes: reads.map(read => {
      if (read.is === 'refused') throw new Error(read.text)
      return read.tape
    }),
    ticks,
    model: MODEL,
  })
  expect(found.figures.filter(({ is }) => is === 'red')).toEqual([])
  expect(found.n).toBeGreaterThan(30)
})
