/**
 * The host: everything that has a socket, a process or a file outside the databases. It moves bytes and knows no trading
 * rule. Start: folder and lock → settings → engine → link → archive → training ground. Stop: the same backwards.
 */
import { randomIds } from '../adapters/identity/index.ts'
import type { Command, CommandAnswer } from '../contracts/commands.ts'
import type { StoredEvent } from '../contracts/events.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { Log } from '../ports/log.ts'
import path from 'node:path'
import { CalendarDrop } from './calendar-drop/calendar-drop.ts'
import type { ControlChannel } from './control/control-channel.ts'
import { openControl } from './control/open-control.ts'
import { openDataFolder, type DataFolder } from './data-folder/data-folder.ts'
import type { Host, HostOptions, HostRefusal } from './host-api.ts'
import { linkReports } from './link-reports.ts'
import { Listeners } from './listeners.ts'
import { redactedLog } from './log/redacted-log.ts'
import { NoticeBoard } from './notice-board.ts'
import { openRoads, type Roads } from './roads/roads.ts'
import { SettingsDesk } from './settings/settings-desk.ts'
import { TrainingRoom } from './simulator/training-room.ts'
import { ArchiveLine } from './supervisor/archive-line.ts'
import { EngineLine } from './supervisor/engine-line.ts'
import type { WorkerHealth } from './supervisor/worker-health.ts'
import { ViewFanout } from './view-fanout.ts'
import { openWatchdog } from './watchdog/open-watchdog.ts'
import type { Watchdog } from './watchdog/watchdog.ts'

/** Between two beats of a terminal. */
const BEAT_MS = 1_000
/** Everything is down by then, asked or not. */
const STOP_WITHIN_MS = 3_000

const now = () => EpochMs.parse(Date.now())

/** Started whole or not at all. */
export async function createHost(options: HostOptions): Promise<Host | HostRefusal> {
  const folder = openDataFolder(options.dataFolder)
  if (folder.is === 'refused') return folder
  const rooms = new HostRooms(options, folder)
  const refusal = await rooms.start()
  if (refusal === null) return rooms.host()
  await rooms.stop()
  return refusal
}

/** The parts of one host, and the order in which they come and go. */
class HostRooms {
  readonly #options: HostOptions
  readonly #folder: DataFolder
  readonly #log: Log
  readonly #board: NoticeBoard
  readonly #engine: EngineLine
  readonly #archive: ArchiveLine
  readonly #fanout: ViewFanout
  readonly #calendars: CalendarDrop
  readonly #told = new Listeners<readonly StoredEvent[]>()
  readonly #show = new Listeners<void>()
  readonly #settings: SettingsDesk
  readonly #training: TrainingRoom
  readonly #ids = randomIds()
  #roads: Roads | null = null
  #control: ControlChannel | null = null
  #watchdog: Watchdog | null = null
  #stopped: Promise<void> | null = null

  constructor(options: HostOptions, folder: DataFolder) {
    this.#options = options
    this.#folder = folder
    const log = redactedLog(options.log, [folder.pairingKeyText])
    this.#log = log
    this.#board = new NoticeBoard(log, now)
    const { version, sqliteBinding, paths } = options
    const config = { version, dataFolder: folder.path, sqliteBinding }
    const notice = this.#board.post.bind(this.#board)
    this.#settings = new SettingsDesk({
      dataFolder: folder.path,
      settings: folder.settings,
      now,
      tell: (settings, origin) =>
        this.#engine.command({ kind: 'setSettings', id: this.#ids.next(now()), origin, settings }),
      notice,
    })
    this.#engine = new EngineLine({
      file: paths.engineWorker,
      config: { ...config, models: paths.models ?? null },
      settings: () => this.#settings.forDesk(),
      log,
      now,
      changed: health => this.#engineChanged(health),
      patched: patch => this.#fanout.patched(patch),
      told: events => this.#tell(events),
      notice,
    })
    this.#fanout = new ViewFanout(this.#engine)
    this.#calendars = new CalendarDrop({
      folder: path.join(folder.path, 'calendar'),
      changed: calendars => this.#engine.tellCalendars(calendars),
      notice,
    })
    const { training: wish, spawner } = options
    this.#training = new TrainingRoom({ file: paths.terminalSim, wish, spawner, log, notice })
    const changed = (health: WorkerHealth) => this.#complain(health)
    this.#archive = new ArchiveLine({
      file: paths.archiveWorker,
      config,
      log,
      changed,
      notice,
      broken: text => this.#ledgerBroken(text),
    })
  }

  async start(): Promise<HostRefusal | null> {
    const engine = await this.#engine.start()
    // What waits for room on the disk starts by itself; closing everything works meanwhile.
    if (engine.is !== 'running' && engine.is !== 'waiting') return { is: 'refused', ...reasonOf(engine) }
    const roads = await this.#openRoads()
    if (roads.is === 'refused') return roads
    this.#roads = roads
    this.#engine.use(roads)
    this.#calendars.start()
    this.#watchdog = this.#openWatchdog(roads.port)
    const control = await this.#openControl()
    if (control?.is === 'refused') return control
    this.#control = control
    const { hungryAfter } = this.#options
    if (hungryAfter === undefined) this.#startHungry(roads.port)
    else void hungryAfter.then(() => this.#startHungry(roads.port))
    this.#log.write('info', 'started', {
      version: this.#options.version,
      port: roads.port,
      dataFolder: this.#folder.path,
    })
    return null
  }

  host(): Host {
    const { settings, path: dataFolder, pairingKeyText: pairingKey } = this.#folder
    const port = this.#roads?.port ?? settings.port
    const portTaken = settings.port === 0 || settings.port === port ? null : settings.port
    return {
      is: 'started',
      ready: () => ({ port, portTaken, pairingKey, dataFolder, settings }),
      health: () => this.#engine.health,
      links: () => this.#engine.terminals,
      view: () => this.#fanout.view(),
      watch: take => this.#fanout.watch(take),
      onTold: take => this.#told.add(take),
      onNotice: take => this.#board.onNotice(take),
      notices: () => this.#board.newestFirst,
      command: command => this.#command(command),
      settings: () => this.#settings.now(),
      changeSettings: (wish, origin) => this.#settings.change(wish, origin),
      settingsHistory: () => this.#settings.history(),
      restoreSettings: (wish, origin) => this.#settings.restore(wish, origin),
      onShow: take => this.#show.add(take),
      ask: query => this.#archive.ask(query),
      simulate: control => this.#training.control(control),
      stop: () => this.stop(),
    }
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stopInOrder()
    return this.#stopped
  }

  async #stopInOrder(): Promise<void> {
    const capMs = performance.now() + STOP_WITHIN_MS
    const leftMs = () => Math.max(0, capMs - performance.now())
    await this.#control?.close()
    await this.#training.stop(leftMs() / 2)
    this.#watchdog?.stop()
    await this.#calendars.close()
    await this.#engine.stop(leftMs())
    await this.#archive.stop(leftMs())
    await this.#roads?.close()
    this.#folder.release()
    this.#log.write('info', 'stopped')
  }

  #openRoads() {
    const { settings, pairingKey } = this.#folder
    return openRoads({
      settings,
      pairingKey,
      version: this.#options.version,
      beatMs: BEAT_MS,
      now,
      listenerOf: road => linkReports(this.#engine, this.#board, this.#log, road),
      notice: (level, text) => this.#board.post(level, text),
    })
  }

  #openWatchdog(port: number): Watchdog {
    const portWished = this.#folder.settings.port
    return openWatchdog({
      computer: { port, portWished, training: this.#options.training !== null },
      tell: facts => this.#engine.tellComputer(facts),
      mayRestart: () => this.#settings.now().settings.watchdog.restartTerminal,
      links: () => this.#engine.terminals,
      now,
      notice: (level, text) => this.#board.post(level, text),
    })
  }

  #openControl() {
    const { version } = this.#options
    return openControl({
      host: { ...this.host(), version, nextId: () => this.#ids.next(now()), show: () => this.#showWindow() },
      log: this.#log,
      notice: (level, text) => this.#board.post(level, text),
    })
  }

  #showWindow(): boolean {
    this.#show.tell()
    return this.#show.count > 0
  }

  /** Nobody waits for these: a window draws its first view meanwhile, and questions wait for the archive. */
  #startHungry(port: number): void {
    if (this.#stopped !== null) return
    void this.#archive.start()
    const { settings, path: dataFolder, pairingKeyText: pairingKey } = this.#folder
    this.#training.start(settings, { port, pairingKey, dataFolder })
  }

  /** Settings told to the engine alone would hold until the next start, and no longer. */
  async #command(command: Command): Promise<CommandAnswer> {
    if (command.kind !== 'setSettings') return this.#engine.command(command)
    const text = 'Settings are changed in settings.json, and the engine is told by that.'
    return { is: 'refused', code: 'USE_SETTINGS', text }
  }

  #tell(events: readonly StoredEvent[]): void {
    if (events.some(({ event }) => event.kind === 'ledgerRecovered')) this.#archive.reopen()
    this.#told.tell(events)
  }

  /** The engine goes by what it folded from a ledger that has changed under it: it starts again and reads every event. */
  #ledgerBroken(text: string): void {
    this.#board.post('error', text)
    this.#engine.restart('the ledger was found broken')
  }

  #engineChanged(health: WorkerHealth): void {
    if (health.is !== 'running') this.#fanout.forget()
    this.#complain(health)
  }

  #complain(health: WorkerHealth): void {
    if (health.is === 'waiting') this.#board.post('warn', health.text)
    if (health.is === 'failed') this.#board.post('error', health.text)
  }
}

/** A worker that does not run says why; that it was stopped while it started is the only silent case. */
const reasonOf = (health: WorkerHealth) =>
  health.is === 'failed'
    ? { code: health.code, text: health.text }
    : { code: 'ENGINE_DOWN', text: 'The engine was stopped while it was starting.' }
