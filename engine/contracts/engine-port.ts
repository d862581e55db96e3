/**
 * The messages between the host and its workers. Both ends are ours and of one build, so they are types, not schemas;
 * what came from outside was parsed before it got here (commands) or is parsed right after (bodies of frames).
 */
import type { EpochMs, TerminalId } from './primitives.ts'
import type { Command, CommandAnswer } from './commands.ts'
import type { StoredEvent } from './events.ts'
import type { Query, QueryAnswer } from './queries.ts'
import type { DeskLinks } from './link-report.ts'
import type { Road } from './road.ts'
import type { ComputerFacts } from './terminal-state.ts'
import type { DeskSettings } from './settings.ts'
import type { NoticeView, ViewPatch, WarRoomView } from './views.ts'
import type { AppMessageType, Calendar, Header, Hello } from './wire/index.ts'

export type ArchiveConfig = Readonly<{
  version: string
  /** Folder of ledger.db and market.db; it exists, and this process holds its lock. */
  dataFolder: string
  /** Path of a SQLite binding that fits this runtime; null for the stock one. */
  sqliteBinding: string | null
}>

export type EngineConfig = ArchiveConfig &
  Readonly<{
    settings: DeskSettings
    /** Folder of the models that come with the app; null: none. A `model.json` in the data folder goes before them. */
    models: string | null
  }>

export type ToEngine =
  /** A terminal is linked: over ZeroMQ, unless `road` says otherwise. Frames of its session follow. */
  | { kind: 'terminalUp'; terminal: TerminalId; session: string; hello: Hello; road?: Road }
  | { kind: 'terminalDown'; terminal: TerminalId; reason: string }
  /** One verified message, in order. `body` is transferred. */
  | { kind: 'frame'; terminal: TerminalId; header: Header; body: Uint8Array; receivedMs: EpochMs }
  /** A frame that failed a check at the door, counted by the host and sampled here. */
  | { kind: 'linkFaulted'; terminal: TerminalId; code: string; text: string; count: number }
  /** What the trader's calendar files know, each a span of days that the others don't touch; replaces what was told before. */
  | { kind: 'calendars'; calendars: readonly Calendar[] }
  /** What the host saw of this computer; replaces what was told before. */
  | { kind: 'computer'; facts: ComputerFacts }
  | { kind: 'command'; command: Command }
  | { kind: 'snapshot'; ask: number }
  | { kind: 'links'; ask: number }
  /** The view is of this terminal from now on; it falls back to the first while this one is not linked. */
  | { kind: 'show'; terminal: TerminalId }
  /** Patches are only made while somebody looks. */
  | { kind: 'watch'; on: boolean }
  | { kind: 'ping'; n: number }
  | { kind: 'stop' }

export type FromEngine =
  | { kind: 'ready'; events: number; headHash: string }
  /** It cannot start, and why: a newer ledger, a broken chain, a full disk. */
  | { kind: 'failed'; code: string; text: string }
  | { kind: 'send'; terminal: TerminalId; type: AppMessageType; body: Uint8Array }
  /** Effects of this terminal's messages up to `n` are on disk. */
  | { kind: 'committed'; terminal: TerminalId; session: string; n: number }
  | { kind: 'answer'; id: string; answer: CommandAnswer }
  | { kind: 'snapshot'; ask: number; view: WarRoomView }
  | { kind: 'links'; ask: number; links: DeskLinks }
  | { kind: 'patch'; patch: ViewPatch }
  /** Stored events, told after they were stored: for alerts. */
  | { kind: 'told'; events: readonly StoredEvent[] }
  /** What a person should know and no event tells: how the terminals are. */
  | { kind: 'notice'; level: NoticeView['level']; text: string }
  | { kind: 'log'; level: 'debug' | 'info' | 'warn' | 'error'; text: string; data?: Record<string, unknown> }
  | { kind: 'pong'; n: number }
  | { kind: 'stopped' }

export type ToArchive = { kind: 'ask'; ask: number; query: Query } | { kind: 'stop' }
export type FromArchive =
  | { kind: 'ready' }
  /** The ledger cannot be trusted, found while the engine runs: it must start again, and read every event. `failed` follows. */
  | { kind: 'broken'; text: string }
  /** Something that a person should know, each time once. */
  | { kind: 'notice'; level: 'info' | 'warn' | 'error'; text: string }
  | { kind: 'failed'; code: string; text: string }
  | { kind: 'answer'; ask: number; answer: QueryAnswer }
  | { kind: 'log'; level: 'debug' | 'info' | 'warn' | 'error'; text: string; data?: Record<string, unknown> }
  | { kind: 'stopped' }
