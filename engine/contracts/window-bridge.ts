/**
 * What the preload gives the window as `window.bitten`, and nothing else crosses. Plain types: the main process parses
 * every call where it arrives, and the answers are made by us.
 */
import type { z } from 'zod'
import type { Command, CommandAnswer, SimulationControl } from './commands.ts'
import type { ChosenFolder, LabView, LabWish } from './lab-desk.ts'
import type { FirstSteps, FirstStepsEnd } from './first-steps.ts'
import type { CuePage, CuePlay, CueTried } from './cues.ts'
import type { LinkReport } from './link-report.ts'
import type { Look } from './look.ts'
import type { InstallStep, InstallWish, MetaTrader, Pairing } from './metatrader.ts'
import type { Query, QueryAnswer, QueryKind } from './queries.ts'
import type {
  RestoreWish,
  SettingFacts,
  SettingsAnswer,
  SettingsHistory,
  SettingsNow,
  SettingsWish,
} from './settings-desk.ts'
import type { TelegramView, TelegramWish } from './telegram.ts'
import type { NoticeView, ViewPatch, WarRoomView } from './views.ts'

type WithoutSender<C> = C extends unknown ? Omit<C, 'id' | 'origin'> : never

/** A command as a window asks for it. Id and origin are added by the main process: a window can't claim another origin. */
export type WindowCommand = WithoutSender<z.input<typeof Command>>

export type QueryOf<K extends QueryKind> = Extract<Query, { kind: K }>

/** The call failed or made no sense; the text says what, where and what to do. */
export type CallFailed = Readonly<{ is: 'failed'; code: string; text: string }>

export type ViewAnswer = Readonly<{ is: 'answer'; value: WarRoomView }> | CallFailed

/** To what is asked and tells nothing back. */
export type Done = Readonly<{ is: 'done' }> | CallFailed

/** What this program is and where it keeps its data. */
export type About = Readonly<{ version: string; runtime: string; dataFolder: string }>

/** Calls never reject for an expected reason: the answer says so. Listeners return their own removal. */
export type WindowBridge = Readonly<{
  getView(): Promise<ViewAnswer>
  onPatch(take: (patch: ViewPatch) => void): () => void
  /** The window is seen again; while it was not, no patch came. */
  onSeen(take: () => void): () => void
  /** Whose market, account and limits are shown, in every window, while that terminal is linked. */
  showTerminal(terminal: string): Promise<Done>
  /** All that is known of the links to the terminals; made when it is asked for. */
  linkReport(): Promise<LinkReport | CallFailed>
  /** What the program itself has to say, newest first: a refused terminal, an engine that is being started again. */
  notices(): Promise<readonly NoticeView[] | CallFailed>
  onNotice(take: (notice: NoticeView) => void): () => void
  /** A mission that the person asked to see, by clicking its notification. */
  onShowMission(take: (mission: string) => void): () => void
  command(command: WindowCommand): Promise<CommandAnswer>
  ask<K extends QueryKind>(query: QueryOf<K>): Promise<QueryAnswer<K>>
  simulate(control: SimulationControl): Promise<Done>
  about(): Promise<About | CallFailed>
  settings(): Promise<SettingsNow | CallFailed>
  /** What may be set, and what it means. */
  settingFacts(): Promise<SettingFacts | CallFailed>
  changeSettings(wish: z.input<typeof SettingsWish>): Promise<SettingsAnswer | CallFailed>
  /** Newest first. */
  settingsHistory(): Promise<SettingsHistory | CallFailed>
  restoreSettings(wish: z.input<typeof RestoreWish>): Promise<SettingsAnswer | CallFailed>
  /** MetaTrader 5 terminals of this computer. */
  metaTraders(): Promise<readonly MetaTrader[] | CallFailed>
  installEa(wish: InstallWish): Promise<readonly InstallStep[] | CallFailed>
  /** The secret of the link: asked for when a person wants to see or copy it. */
  pairing(): Promise<Pairing | CallFailed>
  /** How the bot stands, and whether its tokens are kept; never a token. */
  telegram(): Promise<TelegramView | CallFailed>
  /** Each time that it has changed. */
  onTelegram(take: (view: TelegramView) => void): () => void
  telegramWish(wish: z.input<typeof TelegramWish>): Promise<Done>
  /** What the lab does, and how its last run ended. */
  lab(): Promise<LabView | CallFailed>
  /** Each time that it has changed, four times a second at the most. */
  onLab(take: (view: LabView) => void): () => void
  labWish(wish: z.input<typeof LabWish>): Promise<Done>
  /** Opens the system's dialog. */
  chooseLabFolder(): Promise<ChosenFolder | CallFailed>
  /** The look that the window wears now, for its next start. Its page comes with it, so nobody asks. */
  keepLook(look: Look): Promise<Done>
  /** Where the person wants to look, by clicking a notification of another thing. */
  onShowPage(take: (page: CuePage) => void): () => void
  /** A sound to play, a sentence to say. */
  onCue(take: (play: CuePlay) => void): () => void
  /** A notification as it is set now; what is to be heard of it is the answer. */
  tryCue(): Promise<CueTried | CallFailed>
  firstSteps(): Promise<FirstSteps | CallFailed>
  /** They are not shown by themselves any more. */
  endFirstSteps(how: FirstStepsEnd): Promise<Done>
}>
