/** Many runs in worlds of real processes beside one another, each cell equally often. */
import { DeskGone } from '../desk-process.ts'
import { portFor } from './ports.ts'

export type Runs<Cell> = Readonly<{
  runs: number
  /** How many worlds there are at once. */
  worlds: number
  cells: readonly Cell[]
  /** One run, in a world on this port. */
  play(cell: Cell, run: number, port: number): Promise<void>
}>

export async function playAll<Cell>({ runs, worlds, cells, play }: Runs<Cell>): Promise<void> {
  let next = 0
  const work = async (slot: number): Promise<void> => {
    const port = await portFor(slot)
    for (let run = next++; run < runs; run = next++) {
      const cell = cells[run % cells.length]
      if (!cell) return
      await play(cell, run, port)
    }
  }
  await Promise.all(Array.from({ length: Math.min(worlds, runs) }, (_, slot) => work(slot)))
}

type Mortal = Readonly<{ end(): Promise<void> }>

/** The world ends with what is played in it. A run that could not go on has failed; the others go on. */
export async function inOneWorld<World extends Mortal, Result>(
  open: () => World,
  play: (world: World) => Promise<Result>,
  stopped: (fault: string) => Result,
): Promise<Result> {
  try {
    const world = open()
    try {
      return await play(world)
    } finally {
      await world.end()
    }
  } catch (error) {
    const word = error instanceof DeskGone ? 'CRASHED' : 'STOPPED'
    return stopped(`${word}: ${String(error)}`)
  }
}

const TOLD_EVERY = 20

/** For whoever waits at the terminal: each run that failed, and how far it is. */
export function tell(done: number, cell: string, { faults }: Readonly<{ faults: readonly string[] }>): void {
  if (faults.length > 0) process.stderr.write(`${cell}: ${faults.join('; ')}\n`)
  if (done % TOLD_EVERY === 0) process.stderr.write(`${done} runs\n`)
}
