/** Many runs in worlds beside one another, each cell equally often. */
import path from 'node:path'
import { Tally, type RunResult, type SuiteResult } from '../bridge/tally.ts'
import { CELLS } from './cells.ts'
import { runCell } from './run.ts'
import { openStage, portFor, type Stage } from './stage.ts'
import { RealWorld } from './world.ts'

export type RealWish = Readonly<{
  binary: string
  runs: number
  seed: number
  /** How many worlds there are at once. */
  worlds?: number
  /** Called after each run. */
  told?(done: number, cell: string, result: RunResult): void
}>

export async function runRealSuite({ binary, runs, seed, worlds = 4, told }: RealWish): Promise<SuiteResult> {
  const stage = await openStage(binary)
  const tally = new Tally(CELLS.map(({ name }) => name))
  let next = 0
  const work = async (slot: number): Promise<void> => {
    const port = await portFor(slot)
    for (let run = next++; run < runs; run = next++) {
      const cell = CELLS[run % CELLS.length]
      if (!cell) return
      const runSeed = seed * 1_000_003 + run
      const result = await inOneWorld(stage, run, port, world => runCell(world, cell, runSeed)).catch(stopped)
      tally.add(cell.name, runSeed, result)
      told?.(tally.runs, cell.name, result)
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(worlds, runs) }, (_, slot) => work(slot)))
  } finally {
    stage.close()
  }
  return tally.result
}

/** A run that could not go on has failed; the others go on. */
const stopped = (error: unknown): RunResult => ({
  happened: false,
  fired: false,
  lives: 1,
  faults: [`STOPPED: ${String(error)}`],
  prints: [],
})

async function inOneWorld<T>(
  stage: Stage,
  run: number,
  port: number,
  work: (world: RealWorld) => Promise<T>,
): Promise<T> {
  const world = new RealWorld(stage, path.join(stage.folder, `run-${run}`), port)
  try {
    return await work(world)
  } finally {
    await world.end()
  }
}
