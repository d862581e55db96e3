import type { z } from 'zod'
import type { CommandAnswer, SimulationControl } from '../../../engine/contracts/commands.ts'
import type { InstallStep, MetaTrader } from '../../../engine/contracts/metatrader.ts'
import type { FirstSteps, FirstStepsEnd } from '../../../engine/contracts/first-steps.ts'
import type { CuePage, CuePlay, CueTried } from '../../../engine/contracts/cues.ts'
import type { ChosenFolder, LabView, LabWish } from '../../../engine/contracts/lab-desk.ts'
import type { LinkReport } from '../../../engine/contracts/link-report.ts'
import type { Look } from '../../../engine/contracts/look.ts'
import type { EquityCurve, QueryAnswer, QueryKind } from '../../../engine/contracts/queries.ts'
import type { Settings } from '../../../engine/contracts/settings.ts'
import type { SettingFacts, SettingsAnswer } from '../../../engine/contracts/settings-desk.ts'
import type { TelegramView, TelegramWish } from '../../../engine/contracts/telegram.ts'
import type { NoticeView, ViewPatch, WarRoomView } from '../../../engine/contracts/views.ts'
import type {
  CallFailed,
  Done,
  WindowBridge,
  WindowCommand,
} from '../../../engine/contracts/window-bridge.ts'

export type Script = Readonly<{
  /** Null: the engine never answers. A failure: it says why. */
  view: WarRoomView | CallFailed | null
  equity: QueryAnswer<'equityCurve'> | null
  costs: QueryAnswer<'executionCosts'> | null
  /** To every other question. One that is not here is never answered. */
  answers: Readonly<Partial<{ [K in QueryKind]: QueryAnswer<K> }>>
  commandAnswer: CommandAnswer
  metaTraders: readonly MetaTrader[]
  installed: readonly InstallStep[]
  /** How the bot stands; null: nobody answers. */
  telegram: TelegramView | CallFailed | null
  /** What the lab does; null: nobody answers. */
  lab: LabView | CallFailed | null
  /** Null: nobody answers. */
  linkReport: LinkReport | CallFailed | null
  /** Null: they can't be read. Changes of them hold, and are judged by nobody. */
  settings: Settings | null
  /** Null: nobody says what may be set. */
  settingFacts: SettingFacts | null
  firstSteps: FirstSteps['are']
  /** The start has the training ground. */
  training: boolean
}>

/** The engine's side of the door, held by the test. */
export type FakeEngine = {
  snapshots: number
  commands: WindowCommand[]
  /** What the archive was asked, oldest first. */
  questions: unknown[]
  controls: SimulationControl[]
  /** Terminals that were asked to be shown. */
  shown: string[]
  showAnswer: Done
  view: Script['view']
  equity: QueryAnswer<'equityCurve'> | null
  costs: QueryAnswer<'executionCosts'> | null
  answers: Script['answers']
  commandAnswer: CommandAnswer
  /** When set, commands are answered only after it is called. */
  heldAnswers: (() => void)[] | null
  patch(patch: ViewPatch): void
  notify(notice: NoticeView): void
  showMission(mission: string): void
  showPage(page: CuePage): void
  telegram: Script['telegram']
  linkReport: Script['linkReport']
  telegramWishes: z.input<typeof TelegramWish>[]
  telegramAnswer: Done
  /** What was changed, oldest first. */
  settingsChanges: Readonly<Record<string, unknown>>[]
  /** What every change is answered with instead of being made. */
  settingsRefusal: Extract<SettingsAnswer, { is: 'refused' }> | null
  /** Looks that were chosen, oldest first. */
  looks: Look[]
  lookAnswer: Done
  /** How the first steps were ended, oldest first. */
  firstStepsEnds: FirstStepsEnd[]
  firstStepsAnswer: Done
  /** Something is to be heard. */
  playCue(play: CuePlay): void
  cueTried: CueTried | CallFailed
  lab: Script['lab']
  labWishes: z.input<typeof LabWish>[]
  labAnswer: Done
  labFolder: ChosenFolder
  /** The lab is further now. */
  tellLab(view: LabView): void
  /** The bot stands otherwise now. */
  tellTelegram(view: TelegramView): void
}

declare global {
  interface Window {
    fakeEngine: FakeEngine
  }
}

/** Runs inside the page before its scripts: puts a bridge there that answers from the script. */
export function installFakeBridge(script: Script): void {
  const patchTakers = new Set<(patch: ViewPatch) => void>()
  const noticeTakers = new Set<(notice: NoticeView) => void>()
  const showTakers = new Set<(mission: string) => void>()
  const pageTakers = new Set<(page: CuePage) => void>()
  const cueTakers = new Set<(play: CuePlay) => void>()
  const labTakers = new Set<(view: LabView) => void>()
  const telegramTakers = new Set<(view: TelegramView) => void>()
  const never = new Promise<never>(() => {})
  const notScripted = () =>
    Promise.resolve({ is: 'failed' as const, code: 'NOT_SCRIPTED', text: 'This script has no settings.' })
  let settings = script.settings
  const isTree = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const laidOver = (now: unknown, change: unknown): unknown => {
    if (!isTree(now) || !isTree(change)) return change
    const laid = Object.entries(change).map(([key, value]) => [key, laidOver(now[key], value)])
    return { ...now, ...Object.fromEntries(laid) }
  }
  const fake: FakeEngine = {
    ...script,
    snapshots: 0,
    commands: [],
    questions: [],
    controls: [],
    shown: [],
    showAnswer: { is: 'done' },
    heldAnswers: null,
    patch: patch => patchTakers.forEach(take => take(patch)),
    notify: notice => noticeTakers.forEach(take => take(notice)),
    showMission: mission => showTakers.forEach(take => take(mission)),
    showPage: page => pageTakers.forEach(take => take(page)),
    telegramWishes: [],
    telegramAnswer: { is: 'done' },
    settingsChanges: [],
    settingsRefusal: null,
    looks: [],
    lookAnswer: { is: 'done' },
    firstStepsEnds: [],
    firstStepsAnswer: { is: 'done' },
    playCue: play => cueTakers.forEach(take => take(play)),
    cueTried: { is: 'tried', play: { sound: null, spoken: null, volume: 40 }, notes: [] },
    labWishes: [],
    labAnswer: { is: 'done' },
    labFolder: { is: 'none' },
    tellLab(view) {
      fake.lab = view
      labTakers.forEach(take => take(view))
    },
    tellTelegram(view) {
      fake.telegram = view
      telegramTakers.forEach(take => take(view))
    },
  }
  const listen = <T>(takers: Set<(value: T) => void>, take: (value: T) => void) => {
    takers.add(take)
    return () => void takers.delete(take)
  }
  const bridge: WindowBridge = {
    getView() {
      fake.snapshots += 1
      if (fake.view === null) return never
      return Promise.resolve('is' in fake.view ? fake.view : { is: 'answer', value: fake.view })
    },
    showTerminal(terminal) {
      fake.shown.push(terminal)
      return Promise.resolve(fake.showAnswer)
    },
    onPatch: take => listen(patchTakers, take),
    onSeen: () => () => undefined,
    linkReport: () => (fake.linkReport === null ? never : Promise.resolve(fake.linkReport)),
    notices: () => Promise.resolve([]),
    onNotice: take => listen(noticeTakers, take),
    onShowMission: take => listen(showTakers, take),
    command(command) {
      fake.commands.push(command)
      const held = fake.heldAnswers
      if (held === null) return Promise.resolve(fake.commandAnswer)
      return new Promise(resolve => held.push(() => resolve(fake.commandAnswer)))
    },
    ask(query) {
      fake.questions.push(query)
      const told: Readonly<Partial<Record<QueryKind, unknown>>> = {
        ...fake.answers,
        executionCosts: fake.costs,
        equityCurve: fake.equity,
      }
      const answer = told[query.kind] ?? null
      return answer === null ? never : Promise.resolve(answer as never)
    },
    simulate(control) {
      fake.controls.push(control)
      return Promise.resolve({ is: 'done' })
    },
    settings: () =>
      settings === null
        ? notScripted()
        : Promise.resolve({ revision: 1 + fake.settingsChanges.length, settings }),
    settingFacts: () => (script.settingFacts === null ? notScripted() : Promise.resolve(script.settingFacts)),
    changeSettings({ change, judgeOnly = false }) {
      if (settings === null) return notScripted()
      if (judgeOnly)
        return Promise.resolve({ is: 'done', text: 'May hold.', revision: 1, changed: [], restart: [] })
      if (fake.settingsRefusal !== null) return Promise.resolve(fake.settingsRefusal)
      fake.settingsChanges.push(change)
      settings = laidOver(settings, change) as Settings
      const revision = 1 + fake.settingsChanges.length
      return Promise.resolve({ is: 'done', text: 'Held.', revision, changed: [], restart: [] })
    },
    settingsHistory: notScripted,
    restoreSettings: notScripted,
    metaTraders: () => Promise.resolve(script.metaTraders),
    installEa: () => Promise.resolve(script.installed),
    telegram: () => (fake.telegram === null ? never : Promise.resolve(fake.telegram)),
    onTelegram: take => listen(telegramTakers, take),
    telegramWish(wish) {
      fake.telegramWishes.push(wish)
      return Promise.resolve(fake.telegramAnswer)
    },
    keepLook(look) {
      fake.looks.push(look)
      return Promise.resolve(fake.lookAnswer)
    },
    firstSteps: () => Promise.resolve({ are: script.firstSteps, training: script.training }),
    endFirstSteps(how) {
      fake.firstStepsEnds.push(how)
      return Promise.resolve(fake.firstStepsAnswer)
    },
    onCue: take => listen(cueTakers, take),
    onShowPage: take => listen(pageTakers, take),
    tryCue: () => Promise.resolve(fake.cueTried),
    lab: () => (fake.lab === null ? never : Promise.resolve(fake.lab)),
    onLab: take => listen(labTakers, take),
    labWish(wish) {
      fake.labWishes.push(wish)
      return Promise.resolve(fake.labAnswer)
    },
    chooseLabFolder: () => Promise.resolve(fake.labFolder),
    pairing: () => Promise.resolve({ key: 'ABCDE-12345', port: 5577 }),
    about: () => Promise.resolve({ version: '0.1.0', runtime: 'a browser', dataFolder: '/nowhere' }),
  }
  Object.assign(window, { fakeEngine: fake, bitten: bridge })
}

export const emptyCurve: QueryAnswer<'equityCurve'> = { is: 'answer', value: { points: [], trades: 0 } }

export function curveOf(points: EquityCurve['points']): QueryAnswer<'equityCurve'> {
  return { is: 'answer', value: { points, trades: points.length } }
}
