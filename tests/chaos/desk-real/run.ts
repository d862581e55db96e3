/** One run: link, fire, change, close or flatten, kill -9 on the way, start again, and wait until nothing is open any more. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '../../../engine/broker-sim/random.ts'
import { Ticket, type Command, type PositionView } from '../../../engine/contracts/index.ts'
import { TERMINAL } from '../desk/missions.ts'
import type { RunResult } from '../desk/run.ts'
import { moment, PATIENCE_MS, settle, startAgain } from '../real/patience.ts'
import { JOURNEY, type Cell } from './cells.ts'
import type { RealWorld } from './world.ts'

const ACCIDENT_WITHIN_MS = 2_000
const ASLEEP_MS = 1_200
const DOWN_MOST_MS = 150
const PACE = { calmMs: 150, everyMs: 60 } as const
const LOOK_EVERY_MS = 15

export async function runCell(world: RealWorld, cell: Cell, seed: number): Promise<RunResult> {
  const run = new Run(world, cell, new Random(seed))
  await run.play()
  const faults = [...run.crashes, ...(await settle({ ...PACE, faults: () => world.faults() }))]
  const fired = world.log().filter(line => JSON.stringify(line).includes('"what":"fire"')).length
  return { happened: run.happened, fired, lives: world.lives, faults }
}

/** Its stop two pips nearer. */
function nearer({ position, side, stop, target }: PositionView) {
  const at = Number(stop) + (side === 'buy' ? 0.0002 : -0.0002)
  const ticket = Ticket.parse(position)
  return {
    kind: 'modifyPosition',
    terminal: TERMINAL,
    position: ticket,
    stop: at.toFixed(5),
    target,
  } as const
}

class Run {
  readonly #world: RealWorld
  readonly #cell: Cell
  readonly #random: Random
  happened = false
  /** The app's process ended where only its engine was to. */
  readonly crashes: string[] = []

  constructor(world: RealWorld, cell: Cell, random: Random) {
    this.#world = world
    this.#cell = cell
    this.#random = random
  }

  async play(): Promise<void> {
    const world = this.#world
    world.startTerminal()
    await world.startDesk()
    await world.room(({ missions }) => missions.some(({ shot }) => shot !== null), PATIENCE_MS)
    for (const what of JOURNEY.slice(0, JOURNEY.indexOf(this.#cell.during) + 1)) {
      const command = await this.#commandFor(what)
      if (!command) return
      const isDue = what === this.#cell.during
      if (!isDue) await world.desk.command(command)
      else await this.#accident(command)
      await this.#startAgain()
      if (what === 'fire' && !isDue) await world.room(view => view.positions.length > 0, PATIENCE_MS)
    }
  }

  async #commandFor(what: (typeof JOURNEY)[number]): Promise<Command | null> {
    const world = this.#world
    if (what === 'fire') {
      const [mission] = world.missions
      return mission ? world.ask({ kind: 'fireMission', mission: mission.id }) : null
    }
    if (what === 'flatten') return world.ask({ kind: 'flattenAll' })
    const { positions } = await world.room(view => view.positions.length > 0, PATIENCE_MS)
    const [first] = positions
    if (!first) return null
    return what === 'close'
      ? world.ask({ kind: 'closePosition', terminal: TERMINAL, position: Ticket.parse(first.position) })
      : world.ask(nearer(first))
  }

  async #accident(command: Command): Promise<void> {
    const { desk } = this.#world
    const { who, at } = this.#cell
    if (who === 'dieBeforeOrder' || who === 'dieAfterOrder' || who === 'dropVerdict') {
      this.#world.fault(who)
      await sleep(20)
      desk.tell(command)
      this.happened = who === 'dropVerdict' || (await this.#terminalDies())
      return
    }
    const due = moment(at, desk, this.#random, ACCIDENT_WITHIN_MS)
    desk.tell(command)
    this.happened = await due
    if (who === 'host' || who === 'host and engine') return desk.kill()
    if (who === 'host sleeps') return desk.sleep(ASLEEP_MS)
    desk.endEngine()
    // What a terminated worker takes along shows within a moment.
    await sleep(DOWN_MOST_MS)
    if (!desk.isAlive) this.crashes.push(`CRASHED: the app ended with its engine (${desk.end})`)
  }

  async #terminalDies(): Promise<boolean> {
    for (const endMs = performance.now() + ACCIDENT_WITHIN_MS; performance.now() < endMs;) {
      if (!this.#world.isTerminalAlive) return true
      await sleep(LOOK_EVERY_MS)
    }
    return false
  }

  /** Whoever is dead, each after a while of its own. */
  async #startAgain(): Promise<void> {
    const world = this.#world
    await startAgain(this.#random, DOWN_MOST_MS, [
      ...(world.isTerminalAlive ? [] : [() => world.startTerminal()]),
      ...(world.desk.isAlive ? [] : [() => world.startDesk()]),
    ])
  }
}
