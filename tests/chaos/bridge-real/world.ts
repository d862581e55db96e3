/** One trader's world of real processes: the app on its ledger, the Expert Advisor on its files, TCP between them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commands } from '../../../ea/host/driver/commands.ts'
import { RealTerminal } from '../../../ea/host/driver/real-terminal.ts'
import { openLedger, verifyLedger } from '../../../engine/adapters/ledger/index.ts'
import { randomIds } from '../../../engine/adapters/identity/index.ts'
import {
  EpochMs,
  type Command,
  type MissionView,
  type StoredEvent,
  type WarRoomView,
} from '../../../engine/contracts/index.ts'
import { formatPairingKey } from '../../../engine/wire/index.ts'
import { faultsIn, serverState } from '../bridge/verdict.ts'
import { PAIRING_KEY, SETTING } from '../bridge/world.ts'
import { DeskProcess } from '../desk-process.ts'
import { room } from '../real/patience.ts'
import type { Stage } from './stage.ts'

const POINT = 1e-5
const SPREAD = 6 * POINT
const QUOTE_EVERY_MS = 250
const LOOK_EVERY_MS = 50

export class RealWorld {
  readonly #stage: Stage
  readonly #folder: string
  readonly #port: number
  readonly #ids = randomIds()
  /** How far the clocks of this world are ahead of ours: everything in it lives in the template's time. */
  readonly #aheadMs: number
  #desk: DeskProcess | null = null
  #terminal: RealTerminal | null = null
  #isOver = false
  #quotes = 0
  lives = 0
  readonly prints: string[] = []

  constructor(stage: Stage, folder: string, port: number) {
    this.#stage = stage
    this.#folder = folder
    this.#port = port
    this.#aheadMs = stage.template.atMs + 1_000 - Date.now()
    mkdirSync(path.join(folder, 'data'), { recursive: true })
    mkdirSync(path.join(folder, 'files'))
    writeFileSync(path.join(folder, 'data/pairing.key'), `${formatPairingKey(PAIRING_KEY)}\n`)
    writeFileSync(path.join(folder, 'data/settings.json'), JSON.stringify({ version: 1, port }))
    const ledger = openLedger(this.#database)
    ledger.append(stage.template.events, this.#nowMs)
    ledger.close()
    void this.#quote()
  }

  get #nowMs(): EpochMs {
    return EpochMs.parse(Date.now() + this.#aheadMs)
  }

  get #database() {
    return { file: path.join(this.#folder, 'data/ledger.db'), binding: this.#stage.binding }
  }

  get desk(): DeskProcess {
    if (!this.#desk) throw new Error('The app was never started.')
    return this.#desk
  }

  get terminal(): RealTerminal {
    if (!this.#terminal) throw new Error('The terminal was never started.')
    return this.#terminal
  }

  async startApp(): Promise<void> {
    const { programs, binding } = this.#stage
    const dataFolder = path.join(this.#folder, 'data')
    const start = { dataFolder, sqliteBinding: binding, paths: programs.paths }
    this.#desk = new DeskProcess(programs.desk, start, this.#aheadMs)
    const { port } = await this.#desk.ready()
    if (port !== this.#port) throw new Error(`Port ${this.#port} was taken by another program.`)
  }

  async startProgram(): Promise<void> {
    const terminal = new RealTerminal(this.#stage.binary, {
      files: path.join(this.#folder, 'files'),
      common: path.join(this.#folder, 'common'),
      server: path.join(this.#folder, 'server'),
      seed: this.lives + 1,
    })
    this.#terminal = terminal
    terminal.onLine(line => {
      if (typeof line['print'] === 'string') this.prints.push(line['print'])
      if (typeof line['critical'] === 'string') this.prints.push(`critical error: ${line['critical']}`)
    })
    await Promise.all(
      [
        `clock ahead ${this.#aheadMs}`,
        ...SETTING,
        `bars EURUSD ${this.#stage.bars}`,
        commands.input('InpPort', String(this.#port)),
        this.#nextQuote(),
        'init',
      ].map(line => terminal.run(line)),
    )
    this.lives += 1
  }

  command(command: { kind: 'fireMission' } | { kind: 'flattenAll' }): Command {
    const id = this.#ids.next(this.#nowMs)
    if (command.kind === 'flattenAll') return { ...command, id, origin: 'cli' }
    return { ...command, id, origin: 'cli', mission: this.#stage.template.mission.id }
  }

  /** Looks at the room until it is as wanted; the last look when that is too late. */
  room(isWanted: (view: WarRoomView) => boolean, withinMs: number): Promise<WarRoomView> {
    return room(() => this.desk, isWanted, withinMs, LOOK_EVERY_MS)
  }

  missionIn({ missions }: WarRoomView): MissionView | undefined {
    return missions.find(({ mission }) => mission.id === this.#stage.template.mission.id)
  }

  /** What is wrong at this moment, both being alive. */
  async faults(): Promise<string[]> {
    const [view, state] = await Promise.all([this.desk.view(), this.terminal.run('state')])
    const link = view.links[0]
    const armed = { is: link?.armed ?? false, reason: link?.problem ?? 'no terminal is linked' }
    const stored = this.#stored()
    return [
      ...faultsIn({ server: serverState(state), disk: { all: () => stored }, armed }),
      ...refused(stored),
    ]
  }

  #stored(): StoredEvent[] {
    const ledger = openLedger(this.#database)
    const events = [...ledger.all()]
    ledger.close()
    return events
  }

  /** What is wrong with the chain of the ledger on the disk. */
  brokenChain(): string[] {
    try {
      verifyLedger(this.#database)
      return []
    } catch (error) {
      return [`BROKEN: ${String(error)}`]
    }
  }

  /** Everything is killed, and its folder goes. */
  async end(): Promise<void> {
    this.#isOver = true
    await Promise.all([this.#desk?.kill(), this.#terminal?.kill()])
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #quote(): Promise<void> {
    while (!this.#isOver) {
      await sleep(QUOTE_EVERY_MS)
      // A terminal that dies meanwhile has no market.
      await this.#terminal?.run(this.#nextQuote()).catch(() => undefined)
    }
  }

  #nextQuote(): string {
    this.#quotes += 1
    const bid = (this.#stage.template.mission.entry + (this.#quotes % 3) - 1) * POINT
    return `tick EURUSD ${bid.toFixed(5)} ${(bid + SPREAD).toFixed(5)} now`
  }
}

/** Nothing in these worlds speaks against an order: one that was refused was no test of anything. */
function refused(stored: readonly StoredEvent[]): string[] {
  return stored.flatMap(({ event }) =>
    event.kind === 'orderAnswered' && (event.is === 'denied' || event.is === 'rejected')
      ? [`REFUSED: order ${event.order} was ${event.is}: ${event.text}`]
      : [],
  )
}
