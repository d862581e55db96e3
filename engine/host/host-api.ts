/** What the composition roots (the command line, Electron) get from the host, and what they give it. */
import type { Command, CommandAnswer, Origin, SimulationControl } from '../contracts/commands.ts'
import type { QueryAnswer, QueryKind } from '../contracts/queries.ts'
import type { LinkReport } from '../contracts/link-report.ts'
import type { LabView, LabWish } from '../contracts/lab-desk.ts'
import type { TerminalId } from '../contracts/primitives.ts'
import type { Settings } from '../contracts/settings.ts'
import type {
  RestoreWish,
  SettingFacts,
  SettingsAnswer,
  SettingsHistory,
  SettingsNow,
  SettingsWish,
} from '../contracts/settings-desk.ts'
import type { SimulatorStart } from '../contracts/simulator.ts'
import type { StoredEvent } from '../contracts/events.ts'
import type { TelegramView, TelegramWish } from '../contracts/telegram.ts'
import type { NoticeView, ViewPatch } from '../contracts/views.ts'
import type { CallFailed, Done, QueryOf, ViewAnswer } from '../contracts/window-bridge.ts'
import type { Log } from '../ports/log.ts'
import type { ProcessSpawner } from '../ports/process-spawner.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { LabPrograms } from './lab/lab-room.ts'
import type { LiveTerminal } from './supervisor/live-terminals.ts'
import type { WorkerHealth } from './supervisor/worker-health.ts'

/** The training ground as the caller wants it; what it leaves out comes from the settings and the data folder. */
export type TrainingWish = Partial<
  Pick<SimulatorStart, 'account' | 'broker' | 'source' | 'speed' | 'paused' | 'stateFile'>
> &
  Readonly<{ seed?: number }>

export type HostOptions = Readonly<{
  dataFolder: string
  version: string
  /** Built programs, found by the entry file beside itself. */
  paths: Readonly<{ engineWorker: string; archiveWorker: string; terminalSim: string; models?: string }>
  /** Path of a SQLite binding that fits this runtime; null for the stock one. */
  sqliteBinding: string | null
  spawner: ProcessSpawner
  /** Null: no simulated terminal. */
  training: TrainingWish | null
  /** The bot's thread, and where its tokens are kept; absent: this desk has no Telegram. */
  telegram?: Readonly<{ worker: string; secrets: Secrets }>
  /** The lab's programs; absent: this desk has none. */
  lab?: LabPrograms
  /** Archive and simulated terminal are hungry children: they start when this has come, such as a window's first picture. */
  hungryAfter?: Promise<unknown>
  /** Never gets to see the pairing key. */
  log: Log
}>

/** What stays as it is while the host runs. */
export type HostFacts = Readonly<{
  port: number
  /** The port that the settings name, when another one had to be taken. */
  portTaken: number | null
  pairingKey: string
  dataFolder: string
  /** As they were at the start. */
  settings: Settings
}>

/** Listeners return their own removal. Calls never reject for an expected reason: the answer says so. */
export interface Host {
  readonly is: 'started'
  ready(): HostFacts
  /** Of the engine. */
  health(): WorkerHealth
  links(): readonly LiveTerminal[]
  /** All that is known of the links; made each time that it is asked for. */
  linkReport(): Promise<LinkReport>
  view(): Promise<ViewAnswer>
  /** Patches are made only while somebody watches. Whoever sees a gap in `rev` asks for the view again. */
  watch(take: (patch: ViewPatch) => void): () => void
  /** The view turns to this terminal's market, account and limits; refused for one that is not linked. */
  showTerminal(terminal: TerminalId): Done
  /** The last event that the ledger had before this start told its first; null: no engine has been ready yet. */
  headAtStart(): number | null
  /** Events of the engine, after they were stored: for alerts. */
  onTold(take: (events: readonly StoredEvent[]) => void): () => void
  /** What a person should know of the host itself: a refused terminal, an engine that is being restarted. */
  onNotice(take: (notice: NoticeView) => void): () => void
  /** Newest first. */
  notices(): readonly NoticeView[]
  /** Everything but `setSettings`, which would go past the file: see `changeSettings`. */
  command(command: Command): Promise<CommandAnswer>
  /** What holds now; a wish names its revision. */
  settings(): SettingsNow
  settingFacts(): SettingFacts
  changeSettings(wish: SettingsWish, origin: Origin): Promise<SettingsAnswer>
  /** Newest first. */
  settingsHistory(): SettingsHistory | CallFailed
  restoreSettings(wish: RestoreWish, origin: Origin): Promise<SettingsAnswer>
  /** Other settings hold. */
  onSettings(take: () => void): () => void
  /** Somebody wants the window in front. */
  onShow(take: () => void): () => void
  ask<K extends QueryKind>(query: QueryOf<K>): Promise<QueryAnswer<K>>
  simulate(control: SimulationControl): Done
  /** How the bot stands, and whether its tokens are kept; never a token. */
  telegram(): TelegramView
  /** Each time that it has changed. */
  onTelegram(take: (view: TelegramView) => void): () => void
  telegramWish(wish: TelegramWish): Promise<Done>
  /** What the lab does, and how its last run ended. */
  lab(): LabView
  /** Each time that it has changed, four times a second at the most. */
  onLab(take: (view: LabView) => void): () => void
  labWish(wish: LabWish): Done
  /** In order, within three seconds; the second call waits for the first. */
  stop(): Promise<void>
}

/** Why it did not start, in one sentence for a person. Nothing is left running or locked. */
export type HostRefusal = Readonly<{ is: 'refused'; code: string; text: string }>
