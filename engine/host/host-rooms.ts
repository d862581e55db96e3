/** The parts that a host has from its first moment, joined to one another. What opens and closes is in host.ts. */
import path from 'node:path'
import { randomIds } from '../adapters/identity/index.ts'
import type { StoredEvent } from '../contracts/events.ts'
import { EpochMs, type Ulid } from '../contracts/primitives.ts'
import type { DeskAbout } from '../contracts/telegram-port.ts'
import type { Command, CommandAnswer } from '../contracts/commands.ts'
import type { Log } from '../ports/log.ts'
import { CalendarDrop } from './calendar-drop/calendar-drop.ts'
import type { DataFolder } from './data-folder/data-folder.ts'
import type { HostOptions } from './host-api.ts'
import { LabRoom, type LabRoomOptions } from './lab/lab-room.ts'
import { Listeners } from './listeners.ts'
import { LinkDesk } from './link-meter/link-desk.ts'
import { LogRing } from './log/log-ring.ts'
import { redactedLog } from './log/redacted-log.ts'
import { Redactor } from './log/redactor.ts'
import { NoticeBoard } from './notice-board.ts'
import { SettingsDesk } from './settings/settings-desk.ts'
import { TrainingRoom } from './simulator/training-room.ts'
import { ArchiveLine } from './supervisor/archive-line.ts'
import { EngineLine } from './supervisor/engine-line.ts'
import type { WorkerHealth } from './supervisor/worker-health.ts'
import { answerBot } from './telegram/answer-bot.ts'
import { TelegramLine } from './telegram/telegram-line.ts'
import { ViewFanout } from './view-fanout.ts'

export const now = () => EpochMs.parse(Date.now())

export class HostRooms {
  readonly log: Log
  readonly board: NoticeBoard
  readonly engine: EngineLine
  readonly links: LinkDesk
  readonly archive: ArchiveLine
  readonly fanout: ViewFanout
  readonly calendars: CalendarDrop
  readonly settings: SettingsDesk
  readonly training: TrainingRoom
  readonly telegram: TelegramLine
  readonly lab: LabRoom
  readonly told = new Listeners<readonly StoredEvent[]>()
  readonly show = new Listeners<void>()
  readonly settingsHeld = new Listeners<void>()
  readonly #ids = randomIds()
  readonly #startedMs = now()

  constructor(options: HostOptions, folder: DataFolder) {
    const redactor = new Redactor([folder.pairingKeyText])
    const ring = new LogRing(options.log, now)
    const log = redactedLog(ring, redactor)
    this.log = log
    this.board = new NoticeBoard(log, now, redactor)
    const { version, sqliteBinding, paths } = options
    const config = { version, dataFolder: folder.path, sqliteBinding }
    const notice = this.board.post.bind(this.board)
    this.settings = new SettingsDesk({
      dataFolder: folder.path,
      settings: folder.settings,
      now,
      tell: (settings, origin, judgeOnly) => {
        const id = this.nextId()
        return this.engine.command({ kind: 'setSettings', id, origin, settings, judgeOnly })
      },
      held: () => this.#held(),
      notice,
    })
    this.engine = new EngineLine({
      file: paths.engineWorker,
      config: { ...config, models: paths.models ?? null },
      settings: () => this.settings.forDesk(),
      log,
      now,
      nextId: () => this.nextId(),
      changed: health => this.#engineChanged(health),
      patched: patch => this.fanout.patched(patch),
      told: events => this.#tell(events),
      notice,
    })
    this.fanout = new ViewFanout(this.engine)
    const folders = [folder.path, ...folder.settings.roads.files.folders]
    this.links = new LinkDesk({ now, redactor, folders, ask: () => this.engine.links() })
    this.calendars = new CalendarDrop({
      folder: path.join(folder.path, 'calendar'),
      changed: calendars => this.engine.briefing.calendars(calendars),
      notice,
    })
    const { training: wish, spawner } = options
    this.training = new TrainingRoom({ file: paths.terminalSim, wish, spawner, log, notice })
    const changed = (health: WorkerHealth) => this.#complain(health)
    this.archive = new ArchiveLine({
      file: paths.archiveWorker,
      config,
      log,
      changed,
      notice,
      broken: text => this.#ledgerBroken(text),
    })
    this.telegram = this.#telegram(options, ring, redactor)
    this.lab = this.#lab(options, config)
    this.told.add(events => this.telegram.told(events))
    this.board.onNotice(posted => this.telegram.noticed(posted))
  }

  nextId(): Ulid {
    return this.#ids.next(now())
  }

  /** Settings told to the engine alone would hold until the next start, and no longer. */
  async command(command: Command): Promise<CommandAnswer> {
    if (command.kind !== 'setSettings') return this.engine.command(command)
    const text = 'Settings are changed in settings.json, and the engine is told by that.'
    return { is: 'refused', code: 'USE_SETTINGS', text }
  }

  #lab({ lab, paths, spawner }: HostOptions, config: Omit<LabRoomOptions['order'], 'models'>): LabRoom {
    return new LabRoom({
      programs: lab ?? null,
      order: { ...config, models: paths.models ?? null },
      spawner,
      log: this.log,
      notice: (level, text) => this.board.post(level, text),
      now,
    })
  }

  #telegram({ telegram, version }: HostOptions, ring: LogRing, redactor: Redactor): TelegramLine {
    const about = () => this.#about(version, ring)
    return new TelegramLine({
      plan: telegram ?? null,
      settings: () => this.settings.now().settings.telegram,
      answer: asked => answerBot(this, about, asked),
      log: this.log,
      redactor,
      notice: (level, text) => this.board.post(level, text),
    })
  }

  #about(version: string, ring: LogRing): DeskAbout {
    const { health } = this.engine
    return {
      version,
      startedMs: this.#startedMs,
      engine: 'text' in health ? health.text : health.is,
      log: ring.newest,
      notices: this.board.newestFirst,
    }
  }

  #held(): void {
    void this.telegram.configure()
    this.settingsHeld.tell()
  }

  #tell(events: readonly StoredEvent[]): void {
    if (events.some(({ event }) => event.kind === 'ledgerRecovered')) this.archive.reopen()
    this.told.tell(events)
  }

  /** The engine goes by what it folded from a ledger that has changed under it: it starts again and reads every event. */
  #ledgerBroken(text: string): void {
    this.board.post('error', text)
    this.engine.restart('the ledger was found broken')
  }

  /** Without its engine the desk guards nothing and fires nothing, however soon it is there again: never a mere warning. */
  #engineChanged(health: WorkerHealth): void {
    if (health.is !== 'running') this.fanout.forget()
    if ('text' in health) this.board.post('error', health.text)
  }

  #complain(health: WorkerHealth): void {
    if (health.is === 'waiting') this.board.post('warn', health.text)
    if (health.is === 'failed') this.board.post('error', health.text)
  }
}
