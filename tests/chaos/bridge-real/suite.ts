/** The app and the Expert Advisor as processes, over all cells. */
import path from 'node:path'
import { Tally, type RunResult, type SuiteResult } from '../bridge/tally.ts'
import { inOneWorld, playAll } from '../real/worlds.ts'
import { CELLS, type Cell } from './cells.ts'
import { runCell } from './run.ts'
import { openStage } from './stage.ts'
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
  const play = async (cell: Cell, run: number, port: number): Promise<void> => {
    const runSeed = seed * 1_000_003 + run
    const result = await inOneWorld(
      () => new RealWorld(stage, path.join(stage.folder, `run-${run}`), port),
      world => runCell(world, cell, runSeed),
      stopped,
    )
    tally.add(cell.name, runSeed, result)
    told?.(tally.runs, cell.name, result)
  }
  try {
    await playAll({ runs, worlds, cells: CELLS, play })
  } finally {
    stage.close()
  }
  return tally.result
}

const stopped = (fault: string): RunResult => ({
  happened: false,
  fired: false,
  lives: 1,
  faults: [fault],
  prints: [],
})
