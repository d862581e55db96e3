import { randomIds } from '../../engine/adapters/identity/index.ts'
import type { EpochMs, Mission, StoredEvent } from '../../engine/contracts/index.ts'
import type { Host } from '../../engine/host/index.ts'

/** As in the War Room: simulated time is at 1× while a shot is fired, and the trigger is held for as long as this. */
const HOLD_MS = 900
const CLOSE_AFTER_MS = 20
const ids = randomIds()
const nextId = () => ids.next(Date.now() as EpochMs)

/** Fires at a mission soon after it is told, and closes what it opened as soon as it is filled. Times are milliseconds. */
export class Gunner {
  readonly answers: number[] = []
  readonly verdicts: number[] = []
  /** From the approval until the order's bytes were on the wire. */
  readonly onTheWire: number[] = []
  readonly #host: Host
  readonly #speed: number
  readonly #before: () => Promise<void>
  #firedAtNs: bigint | null = null
  #approvedAtNs = 0n
  /** One at a time: another mission that is told meanwhile is let go. */
  #isAiming = false

  /** `before` is awaited just before each shot; between shots the market runs at `speed`. */
  constructor(host: Host, speed: number, before: () => Promise<void>) {
    this.#host = host
    this.#speed = speed
    this.#before = before
    host.onTold(events => events.forEach(stored => this.#hear(stored)))
  }

  /** The tap has seen it. */
  sawFire(atNs: bigint): void {
    this.onTheWire.push(millis(atNs - this.#approvedAtNs))
  }

  #hear({ event }: StoredEvent): void {
    if (event.kind === 'missionIssued' && !this.#isAiming) void this.#aim(event.mission)
    if (event.kind === 'orderAnswered' && this.#firedAtNs !== null) {
      this.verdicts.push(millis(process.hrtime.bigint() - this.#firedAtNs))
      this.#goOn()
    }
    if (event.kind === 'dealDone' && event.deal.entry === 'in') {
      const { terminal, deal } = event
      const close = { kind: 'closePosition', origin: 'cli', terminal, position: deal.position } as const
      setTimeout(() => void this.#host.command({ ...close, id: nextId() }), CLOSE_AFTER_MS)
    }
  }

  #run(speed: number): void {
    this.#host.simulate({ kind: 'speed', speed })
  }

  async #aim(mission: Mission): Promise<void> {
    this.#isAiming = true
    this.#run(1)
    await new Promise(resolve => setTimeout(resolve, HOLD_MS))
    await this.#before()
    await this.#fire(mission)
  }

  async #fire({ id }: Mission): Promise<void> {
    const firedAtNs = process.hrtime.bigint()
    this.#firedAtNs = firedAtNs
    this.#approvedAtNs = firedAtNs
    const answer = await this.#host.command({ kind: 'fireMission', id: nextId(), origin: 'cli', mission: id })
    if (answer.is === 'done') {
      this.answers.push(millis(process.hrtime.bigint() - firedAtNs))
      return
    }
    this.#goOn()
  }

  #goOn(): void {
    this.#firedAtNs = null
    this.#isAiming = false
    this.#run(this.#speed)
  }
}

const millis = (ns: bigint): number => Number(ns) / 1e6
