/** The app and the simulated terminal as processes, over all cells. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleDeskProcess } from '../../../engine/testkit/bundle-program.ts'
import { sqliteBinding } from '../../../engine/testkit/sqlite-binding.ts'
import type { RunResult } from '../desk/run.ts'
import { Tally, type SuiteResult } from '../desk/tally.ts'
import { inOneWorld, playAll } from '../real/worlds.ts'
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
  const play = async (cell: Cell, run: number, port: number): Promise<void> => {
    const runSeed = seed * 10_007 + run
    const result = await inOneWorld(
      () => new RealWorld(stage, path.join(stage.folder, `run-${run}`), port, runSeed),
      world => runCell(world, cell, runSeed),
      stopped,
    )
    tally.add(cell.name, runSeed, result)
    told?.(tally.runs, cell.name, result)
  }
  try {
    await playAll({ runs, worlds, cells, play })
  } finally {
    stage.close()
  }
  return tally.result
}

const stopped = (fault: string): RunResult => ({ happened: false, fired: 0, lives: 1, faults: [fault] })
