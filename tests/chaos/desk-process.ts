/** A desk in a process of its own that may be killed at any time, seen from outside. */
import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command, CommandAnswer, EventKind, EventOf, StoredEvent, WarRoomView } from '../../engine/contracts/index.ts' // prettier-ignore
import type { DeskStart, FromDesk, ToDesk } from '../../engine/testkit/programs/desk-process.ts'

type Heard<K extends FromDesk['kind']> = Extract<FromDesk, { kind: K }>

/** Its process ended where it was to answer. */
export class DeskGone extends Error {}

/** A module that sets the clock of a process and of its threads. */
const otherClock = (aheadMs: number): string =>
  `data:text/javascript,const now=Date.now;Date.now=()=>now()+(${aheadMs})`

export class DeskProcess {
  readonly #child: ChildProcess
  readonly #heard: FromDesk[] = []
  #waiting: (() => void)[] = []
  /** What it has told since it started. */
  readonly events: StoredEvent[] = []
  readonly gone: Promise<void>

  /** `aheadMs`: its computer's clock is so far ahead of ours, or behind when negative. */
  constructor(program: string, start: DeskStart, aheadMs = 0) {
    const execArgv = aheadMs === 0 ? [] : ['--import', otherClock(aheadMs)]
    this.#child = fork(program, [JSON.stringify(start)], { execArgv })
    this.#child.on('message', (message: FromDesk) => {
      if (message.kind === 'told') this.events.push(...message.events)
      else this.#heard.push(message)
      this.#wake()
    })
    this.gone = new Promise(resolve => {
      this.#child.once('exit', () => {
        this.#wake()
        resolve()
      })
    })
  }

  /** How its process ended, in a word; empty while it lives. */
  get end(): string {
    const { exitCode, signalCode } = this.#child
    return signalCode ?? (exitCode === null ? '' : `exit code ${exitCode}`)
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  ready(): Promise<Heard<'ready'>> {
    return this.#next('ready')
  }

  async command(command: Command): Promise<CommandAnswer> {
    this.tell(command)
    return (await this.#next('answer')).answer
  }

  /** Without waiting for what it says to that. */
  tell(command: Command): void {
    this.#say({ kind: 'command', command })
  }

  async view(): Promise<WarRoomView> {
    this.#say({ kind: 'view' })
    return (await this.#next('view')).view
  }

  /** The first such event since it started, or the next. */
  told<K extends EventKind>(kind: K, fits: (event: EventOf<K>) => boolean = () => true): Promise<EventOf<K>> {
    const isIt = (event: StoredEvent['event']): event is EventOf<K> =>
      event.kind === kind && fits(event as EventOf<K>)
    return this.#until(() => this.events.map(({ event }) => event).find(isIt))
  }

  /** Its engine's worker alone ends, in the middle of whatever it does. */
  endEngine(): void {
    this.#say({ kind: 'endEngine' })
  }

  /** As on a computer that sleeps: it stands still, and knows nothing of it. */
  async sleep(ms: number): Promise<void> {
    this.#child.kill('SIGSTOP')
    await sleep(ms)
    this.#child.kill('SIGCONT')
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.gone
  }

  async stop(): Promise<void> {
    this.#say({ kind: 'stop' })
    await this.gone
  }

  #say(message: ToDesk): void {
    if (this.isAlive) this.#child.send(message, () => undefined)
  }

  #next<K extends FromDesk['kind']>(kind: K): Promise<Heard<K>> {
    return this.#until(() => {
      const at = this.#heard.findIndex(message => message.kind === kind)
      return at < 0 ? undefined : (this.#heard.splice(at, 1)[0] as Heard<K>)
    })
  }

  async #until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look()
      if (found !== undefined) return found
      if (!this.isAlive) throw new DeskGone(`the app is gone, by ${this.end}, and nobody had killed it`)
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    }
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake()
  }
}
