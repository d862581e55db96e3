/** The parts that a host has from its first moment, joined to one another. What opens and closes is in host.ts. */
import path from 'node:path'
import { randomIds } from '../adapters/identity/index.ts'
import type { StoredEvent } from '../contracts/events.ts'
import { EpochMs, type Ulid } from '../contracts/primitives.ts'
import type { Log } from '../ports/log.ts'
import { CalendarDrop } from './calendar-drop/calendar-drop.ts'
import type { DataFolder } from './data-folder/data-folder.ts'
import type { HostOptions } from './host-api.ts'
import { Listeners } from './listeners.ts'
import { redactedLog } from './log/redacted-log.ts'
import { NoticeBoard } from './notice-board.ts'
import { SettingsDesk } from './settings/settings-desk.ts'
import { TrainingRoom } from './simulator/training-room.ts'
import { ArchiveLine } from './supervisor/archive-line.ts'
import { EngineLine } from './supervisor/engine-line.ts'
import type { WorkerHealth } from './supervisor/worker-health.ts'
import { ViewFanout } from './view-fanout.ts'

export const now = () => EpochMs.parse(Date.now())

export class HostRooms {
  readonly log: Log
  readonly board: NoticeBoard
  readonly engine: EngineLine
  readonly archive: ArchiveLine
  readonly fanout: ViewFanout
  readonly calendars: CalendarDrop
  readonly settings: SettingsDesk
  readonly training: TrainingRoom
  readonly told = new Listeners<readonly StoredEvent[]>()
  readonly show = new Listeners<void>()
  readonly #ids = randomIds()

  constructor(options: HostOptions, folder: DataFolder) {
    const log = redactedLog(options.log, [folder.pairingKeyText])
    this.log = log
    this.board = new NoticeBoard(log, now)
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
  }

  nextId(): Ulid {
    return this.#ids.next(now())
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

  #engineChanged(health: WorkerHealth): void {
    if (health.is !== 'running') this.fanout.forget()
    this.#complain(health)
  }

  #complain(health: WorkerHealth): void {
    if (health.is === 'waiting') this.board.post('warn', health.text)
    if (health.is === 'failed') this.board.post('error', health.text)
  }
}
