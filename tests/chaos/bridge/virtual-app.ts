/** The app without sockets, threads and clocks: the real switchboard and the real engine service, driven by a test. */
import { DeskSettings } from '../../../engine/contracts/settings.ts'
import type {
  CommandAnswer,
  StoredEvent,
  TerminalId,
  Ulid,
  WarRoomView,
} from '../../../engine/contracts/index.ts'
import type { FromEngine } from '../../../engine/contracts/engine-port.ts'
import { Switchboard } from '../../../engine/host/terminal-link/switchboard.ts'
import type { Clock, Ids, Ledger } from '../../../engine/ports/index.ts'
import { decodeBody, type Frames } from '../../../engine/wire/index.ts'
import { dispatchesOf } from '../../../engine/testkit/dispatches.ts'
import { EngineService } from '../../../engine/workers/engine-service.ts'
import type { Doom } from './app-death.ts'
import { AppDied, mortalLedger } from './app-death.ts'

export type AppOptions = Readonly<{
  disk: Ledger
  clock: Clock
  pairingKey: Uint8Array
  doom: Doom
  ids: Ids
  /** Frames to a connection. */
  out(connection: string, frames: Frames): void
}>

const BEAT_MS = 1_000

export class VirtualApp {
  readonly #options: AppOptions
  #service: EngineService | null = null
  #switchboard: Switchboard | null = null
  #answer: CommandAnswer | null = null
  #view: WarRoomView | null = null
  #fired: Extract<FromEngine, { kind: 'send' }> | null = null
  #nonces = 0
  /** What the terminal itself said last of new trades: why it takes none, null if it takes them. */
  terminalDenies: string | null = null
  readonly told: StoredEvent[] = []

  constructor(options: AppOptions) {
    this.#options = options
    this.start()
  }

  get isAlive(): boolean {
    return this.#service !== null
  }

  /** From the disk, as after a kill. */
  start(): void {
    const { disk, clock, doom, ids } = this.#options
    this.#living(() => {
      this.#switchboard = this.#openSwitchboard()
      this.#service = new EngineService({
        config: {
          version: 'chaos',
          dataFolder: '',
          sqliteBinding: null,
          settings: DeskSettings.parse({}),
          models: null,
        },
        clock,
        ids,
        ledger: mortalLedger(disk, doom),
        bars: { write: () => undefined, read: () => [], newest: () => null, close: () => undefined },
        dispatches: dispatchesOf('chaos'),
        model: { noModel: 'none in the chaos' },
        post: message => this.#hear(message),
      })
    })
  }

  /** It is gone, with everything that it had not stored. Its connections end. */
  die(): void {
    this.#service = null
    this.#switchboard = null
  }

  message(connection: string, parts: readonly Uint8Array[]): void {
    this.#living(() => {
      this.#switchboard?.receive(connection, parts)
      this.#switchboard?.payAcks()
    })
  }

  closed(connection: string): void {
    this.#living(() => this.#switchboard?.close(connection, 'its connection was closed'))
  }

  /** Every 100 ms. */
  beat(): void {
    this.#living(() => {
      this.#service?.beat()
      this.#switchboard?.sweep()
    })
  }

  /** What no app of ours does: the same command goes out again, as a new message of whatever session there is. */
  fireAgain(): boolean {
    const fired = this.#fired
    if (!fired || !this.#switchboard) return false
    return this.#switchboard.send(fired.terminal, fired.type, fired.body).is === 'queued'
  }

  /** Whether its one terminal is armed, as the War Room would show it. */
  armed(): Readonly<{ is: boolean; reason: string | null }> {
    const link = this.#snapshot()?.links[0]
    return { is: link?.armed ?? false, reason: link ? link.problem : 'no terminal is linked' }
  }

  #snapshot(): WarRoomView | null {
    this.#view = null
    this.#living(() => this.#service?.take({ kind: 'snapshot', ask: 1 }))
    return this.#view
  }

  fire(mission: Ulid): CommandAnswer | null {
    return this.#command({ kind: 'fireMission', id: this.#nextId(), origin: 'cli', mission })
  }

  place(mission: Ulid): CommandAnswer | null {
    return this.#command({ kind: 'placeMission', id: this.#nextId(), origin: 'cli', mission })
  }

  cancel(order: Ulid): CommandAnswer | null {
    return this.#command({ kind: 'cancelOrder', id: this.#nextId(), origin: 'cli', order })
  }

  flatten(): CommandAnswer | null {
    return this.#command({ kind: 'flattenAll', id: this.#nextId(), origin: 'cli' })
  }

  pause(): CommandAnswer | null {
    return this.#command({ kind: 'pause', id: this.#nextId(), origin: 'cli' })
  }

  resume(): CommandAnswer | null {
    return this.#command({ kind: 'resume', id: this.#nextId(), origin: 'cli' })
  }

  #command(command: Extract<Parameters<EngineService['take']>[0], { kind: 'command' }>['command']) {
    this.#answer = null
    this.#living(() => this.#service?.take({ kind: 'command', command }))
    return this.#answer
  }

  #nextId(): Ulid {
    return this.#options.ids.next(this.#options.clock.now())
  }

  #living(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (!(error instanceof AppDied)) throw error
      this.die()
    }
  }

  #openSwitchboard(): Switchboard {
    const { pairingKey, clock, out } = this.#options
    return new Switchboard({
      pairingKey,
      version: 'chaos',
      beatMs: BEAT_MS,
      now: () => clock.now(),
      newNonce: () => String((this.#nonces += 1)).padStart(32, '0'),
      newSession: () => String((this.#nonces += 1)).padStart(16, '0'),
      out,
      listener: {
        terminalUp: (terminal, session, hello) =>
          this.#service?.take({ kind: 'terminalUp', terminal, session, hello }),
        terminalDown: (terminal, reason) => this.#service?.take({ kind: 'terminalDown', terminal, reason }),
        frame: (terminal, header, body) => {
          if (header.t === 'beat') this.terminalDenies = denialIn(body)
          this.#service?.take({ kind: 'frame', terminal, header, body, receivedMs: clock.now() })
        },
        faulted: (terminal: TerminalId | null, code, text, count) => {
          if (terminal) this.#service?.take({ kind: 'linkFaulted', terminal, code, text, count })
        },
      },
    })
  }

  #hear(message: FromEngine): void {
    const { doom } = this.#options
    switch (message.kind) {
      case 'send':
        doom.pass('send', message.type, 'before')
        if (message.type === 'fire') this.#fired = message
        this.#switchboard?.send(message.terminal, message.type, message.body)
        doom.pass('send', message.type, 'after')
        return
      case 'committed':
        return this.#switchboard?.committed(message.terminal, message.session, message.n)
      case 'answer':
        this.#answer = message.answer
        return
      case 'snapshot':
        this.#view = message.view
        return
      case 'told':
        this.told.push(...message.events)
        return
      default:
        return
    }
  }
}

function denialIn(body: Uint8Array): string | null {
  const beat = decodeBody('beat', body)
  if (beat.is === 'refused') throw new Error(`a beat that can't be read: ${beat.text}`)
  return beat.body.denies ?? null
}
