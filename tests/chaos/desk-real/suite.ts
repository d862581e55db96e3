/** Many runs in worlds beside one another, each cell equally often. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleDeskProcess } from '../../../engine/testkit/bundle-program.ts'
import { sqliteBinding } from '../../../engine/testkit/sqlite-binding.ts'
import { portFor } from '../bridge-real/stage.ts'
import type { RunResult } from '../desk/run.ts'
import { Tally, type SuiteResult } from '../desk/tally.ts'
import { CELLS, type Cell } from './cells.ts'
import { runCell } from './run.ts'
import { RealWorld, type Stage } from './world.ts'

export type RealWish = Readonly<{
  runs: number
  seed: number
  /** How many worlds there are at once. */
  worlds?: number
  cells?: readonly Cell[]
  /** Called after each run. */
  told?(done: number, cell: string, result: RunResult): void
}>

async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bitten-desk-chaos-'))
  const programs = await bundleDeskProcess(`chaos-desk-real-${process.pid}`)
  const close = () => {
    rmSync(folder, { recursive: true, force: true })
    rmSync(programs.folder, { recursive: true, force: true })
  }
  return { programs, binding: sqliteBinding(), folder, close }
}

export async function runRealSuite(wish: RealWish): Promise<SuiteResult> {
  const { runs, seed, worlds = 2, cells = CELLS, told } = wish
  const stage = await openStage()
  const tally = new Tally()
  let next = 0
  const work = async (slot: number): Promise<void> => {
    const port = await portFor(slot)
    for (let run = next++; run < runs; run = next++) {
      const cell = cells[run % cells.length]
      if (!cell) return
      const runSeed = seed * 10_007 + run
      const result = await inOneWorld(stage, run, port, runSeed, world =>
        runCell(world, cell, runSeed),
      ).catch(stopped)
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
  fired: 0,
  lives: 1,
  faults: [`STOPPED: ${String(error)}`],
})

async function inOneWorld<T>(
  stage: Stage,
  run: number,
  port: number,
  seed: number,
  work: (world: RealWorld) => Promise<T>,
): Promise<T> {
  const world = new RealWorld(stage, path.join(stage.folder, `run-${run}`), port, seed)
  try {
    return await work(world)
  } finally {
    await world.end()
  }
}
