import { beforeAll, describe, expect, test } from 'vitest'
import { countedIds, setClock } from '../../adapters/identity/index.ts'
import { memoryLedger } from '../../adapters/ledger/index.ts'
import { createGenerator } from '../../broker-sim/index.ts'
import type { WrittenProposal } from '../../contracts/honesty.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { aModel } from '../../testkit/models.ts'
import { replay } from '../replay.ts'
import { GENERATED_FROM_MS, generatedTape } from './generated-tape.ts'
import { onePipelineCheck } from './one-pipeline.ts'

const DAYS = 5
/** What is read of all bars after a day or two. */
const model = aModel({
  coefficients: [
    { name: 'D_r60', mean: 0, std: 1, beta: 0.1 },
    { name: 'D_z5_36', mean: -1.2, std: 1.6, beta: -0.05 },
    { name: 'N_s240bp', mean: 2.5, std: 0.4, beta: 0.1 },
  ],
})
const tapes = [generatedTape('EURUSD', 2, DAYS)]
let replayed: WrittenProposal[] = []

beforeAll(async () => {
  const source = createGenerator({
    seed: 2,
    startMs: GENERATED_FROM_MS,
    pairs: ['EURUSD'],
    untilMs: GENERATED_FROM_MS + DAYS * DAY_MS,
  })
  const { missions, refusals } = await replay(
    { version: 'test', seed: 1, drills: true, fire: false, loops: 1 },
    {
      source,
      clock: setClock(0),
      ids: countedIds(),
      ledger: memoryLedger(),
      bars: { write: () => undefined, read: () => [], newest: () => null, close: () => undefined },
      model,
      log: { write: () => undefined },
      progress: () => undefined,
    },
  )
  replayed = [
    ...missions.map(mission => ({ mission, refusals: null })),
    ...refusals.map(one => ({ mission: one.mission, refusals: [...one.refusals] })),
  ]
})

const checked = (live: readonly WrittenProposal[]) =>
  onePipelineCheck({ live, replayed, tapes, ticks: 1, model })

describe('a replay and the lab', () => {
  test('make the same proposals of the same ticks, with the same p, value and refusals', () => {
    const found = checked(replayed)
    expect(found.figures.filter(({ is }) => is === 'red')).toEqual([])
    expect(found.n).toBeGreaterThan(20)
    expect(replayed.some(({ mission }) => mission.confidence.calibrated)).toBe(true)
  })
})

describe('a desk', () => {
  test('that writes another p than the replay is found out, by name', () => {
    const [first, ...others] = replayed as [WrittenProposal, ...WrittenProposal[]]
    const { confidence } = first.mission
    const other = { ...first, mission: { ...first.mission, confidence: { ...confidence, p: 0.9 } } }
    const red = checked([other, ...others]).figures.filter(({ is }) => is === 'red')
    expect(red.map(({ name, value }) => [name, value])).toEqual([
      ['live beside replay: figures that differ (confidence)', 1],
    ])
  })

  test('that leaves a proposal out is found out', () => {
    const red = checked(replayed.slice(1)).figures.filter(({ is }) => is === 'red')
    expect(red.map(({ name, value }) => [name, value])).toEqual([
      ['live beside replay: proposals that only one has', 1],
    ])
  })
})
