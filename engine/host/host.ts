/**
 * The host: everything that has a socket, a process or a file outside the databases. It moves bytes and knows no trading
 * rule. Start: folder and lock → settings → engine → link → watchdog → control → archive → Telegram → training. Stop: the same backwards.
 */
import type { TerminalId } from '../contracts/primitives.ts'
import type { Done } from '../contracts/window-bridge.ts'
import type { ControlChannel } from './control/control-channel.ts'
import { openControl } from './control/open-control.ts'
import { openDataFolder, type DataFolder } from './data-folder/data-folder.ts'
import type { Host, HostOptions, HostRefusal } from './host-api.ts'
import { HostRooms, now } from './host-rooms.ts'
import { linkReports } from './link-reports.ts'
import { openRoads, type Roads } from './roads/roads.ts'
import { settingFacts } from './settings/setting-facts.ts'
import type { WorkerHealth } from './supervisor/worker-health.ts'
import { openWatchdog } from './watchdog/open-watchdog.ts'
import type { Watchdog } from './watchdog/watchdog.ts'

/** Between two beats of a terminal. */
const BEAT_MS = 1_000
/** Everything is down by then, asked or not. */
const STOP_WITHIN_MS = 3_000

/** Started whole or not at all. */
export async function createHost(options: HostOptions): Promise<Host | HostRefusal> {
  const folder = openDataFolder(options.dataFolder)
  if (folder.is === 'refused') return folder
  const host = new RunningHost(options, folder)
  const refusal = await host.start()
  if (refusal === null) return host.api()
  await host.stop()
  return refusal
}

/** One host: the order in which its parts come and go, and who of them answers what. */
class RunningHost {
  readonly #options: HostOptions
  readonly #folder: DataFolder
  readonly #rooms: HostRooms
  #roads: Roads | null = null
  #control: ControlChannel | null = null
  #watchdog: Watchdog | null = null
  #stopped: Promise<void> | null = null

  constructor(options: HostOptions, folder: DataFolder) {
    this.#options = options
    this.#folder = folder
    this.#rooms = new HostRooms(options, folder)
  }

  async start(): Promise<HostRefusal | null> {
    const engine = await this.#rooms.engine.start()
    // What waits for room on the disk starts by itself; closing everything works meanwhile.
    if (engine.is !== 'running' && engine.is !== 'waiting') return { is: 'refused', ...reasonOf(engine) }
    const roads = await this.#openRoads()
    if (roads.is === 'refused') return roads
    this.#roads = roads
    this.#rooms.engine.use(this.#rooms.links.meteredRoads(roads))
    this.#rooms.calendars.start()
    this.#watchdog = this.#openWatchdog(roads.port)
    const control = await this.#openControl()
    if (control?.is === 'refused') return control
    this.#control = control
    const { hungryAfter } = this.#options
    if (hungryAfter === undefined) this.#startHungry(roads.port)
    else void hungryAfter.then(() => this.#startHungry(roads.port))
    this.#rooms.log.write('info', 'started', {
      version: this.#options.version,
      port: roads.port,
      dataFolder: this.#folder.path,
    })
    return null
  }

  api(): Host {
    const { settings, path: dataFolder, pairingKeyText: pairingKey } = this.#folder
    const port = this.#roads?.port ?? settings.port
    const portTaken = settings.port === 0 || settings.port === port ? null : settings.port
    return {
      is: 'started',
      ready: () => ({ port, portTaken, pairingKey, dataFolder, settings }),
      health: () => this.#rooms.engine.health,
      links: () => this.#rooms.engine.terminals,
      linkReport: () => this.#rooms.links.report({ version: this.#options.version, port, portTaken }),
      view: () => this.#rooms.fanout.view(),
      showTerminal: terminal => this.#showTerminal(terminal),
      watch: take => this.#rooms.fanout.watch(take),
      headAtStart: () => this.#rooms.engine.headAtStart,
      onTold: take => this.#rooms.told.add(take),
      onNotice: take => this.#rooms.board.onNotice(take),
      notices: () => this.#rooms.board.newestFirst,
      command: command => this.#rooms.command(command),
      settings: () => this.#rooms.settings.now(),
      settingFacts: () => ({ facts: settingFacts(), atStart: settings }),
      changeSettings: (wish, origin) => this.#rooms.settings.change(wish, origin),
      settingsHistory: () => this.#rooms.settings.history(),
      restoreSettings: (wish, origin) => this.#rooms.settings.restore(wish, origin),
      onSettings: take => this.#rooms.settingsHeld.add(take),
      onShow: take => this.#rooms.show.add(take),
      ask: query => this.#rooms.archive.ask(query),
      simulate: control => this.#rooms.training.control(control),
      telegram: () => this.#rooms.telegram.view,
      onTelegram: take => this.#rooms.telegram.onView(take),
      telegramWish: wish => this.#rooms.telegram.wish(wish),
      lab: () => this.#rooms.lab.view,
      onLab: take => this.#rooms.lab.onView(take),
      labWish: wish => this.#rooms.lab.wish(wish),
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
    this.#rooms.lab.stop()
    await this.#control?.close()
    await this.#rooms.training.stop(leftMs() / 2)
    this.#watchdog?.stop()
    await this.#rooms.calendars.close()
    // Before the engine, which writes down what the bot has told.
    await this.#rooms.telegram.stop(leftMs() / 3)
    await this.#rooms.engine.stop(leftMs())
    await this.#rooms.archive.stop(leftMs())
    await this.#roads?.close()
    await this.#rooms.lab.cleared(leftMs())
    this.#folder.release()
    this.#rooms.log.write('info', 'stopped')
  }

  #openRoads() {
    const { settings, pairingKey } = this.#folder
    const { engine, links, board, log } = this.#rooms
    const isEnding = () => this.#stopped !== null
    return openRoads({
      settings,
      pairingKey,
      version: this.#options.version,
      beatMs: BEAT_MS,
      now,
      listenerOf: road => links.metered(road, linkReports({ engine, board, log, isEnding }, road)),
      notice: (level, text) => board.post(level, text),
    })
  }

  #openWatchdog(port: number): Watchdog {
    const portWished = this.#folder.settings.port
    return openWatchdog({
      computer: { port, portWished, training: this.#options.training !== null },
      tell: facts => this.#rooms.engine.briefing.computer(facts),
      mayRestart: () => this.#rooms.settings.now().settings.watchdog.restartTerminal,
      links: () => this.#rooms.engine.terminals,
      now,
      notice: (level, text) => this.#rooms.board.post(level, text),
    })
  }

  #openControl() {
    const { version } = this.#options
    return openControl({
      host: { ...this.api(), version, nextId: () => this.#rooms.nextId(), show: () => this.#showWindow() },
      log: this.#rooms.log,
      notice: (level, text) => this.#rooms.board.post(level, text),
    })
  }

  #showTerminal(terminal: TerminalId): Done {
    if (!this.#rooms.engine.terminals.some(live => live.terminal === terminal))
      return { is: 'failed', code: 'LINK_DOWN', text: `Terminal ${terminal} is not linked: its account can be shown when it is.` } // prettier-ignore
    this.#rooms.engine.briefing.show(terminal)
    return { is: 'done' }
  }

  #showWindow(): boolean {
    this.#rooms.show.tell()
    return this.#rooms.show.count > 0
  }

  /** Nobody waits for these: a window draws its first view meanwhile, and questions wait for the archive. */
  #startHungry(port: number): void {
    if (this.#stopped !== null) return
    void this.#rooms.archive.start()
    void this.#rooms.telegram.start()
    const { settings, path: dataFolder, pairingKeyText: pairingKey } = this.#folder
    this.#rooms.training.start(settings, { port, pairingKey, dataFolder })
  }
}

/** A worker that does not run says why; that it was stopped while it started is the only silent case. */
const reasonOf = (health: WorkerHealth) =>
  health.is === 'failed'
    ? { code: health.code, text: health.text }
    : { code: 'ENGINE_DOWN', text: 'The engine was stopped while it was starting.' }
