/** One map of everything a window may ask for: what its argument must be, and who answers. */
import path from 'node:path'
import { app } from 'electron'
import { randomIds } from '../../engine/adapters/identity/ids.ts'
import { Command, SimulationControl } from '../../engine/contracts/commands.ts'
import type { CommandAnswer } from '../../engine/contracts/commands.ts'
import { EpochMs, TerminalId } from '../../engine/contracts/primitives.ts'
import { FirstStepsEnd } from '../../engine/contracts/first-steps.ts'
import { LabWish } from '../../engine/contracts/lab-desk.ts'
import { Look } from '../../engine/contracts/look.ts'
import { InstallWish } from '../../engine/contracts/metatrader.ts'
import type { Pairing } from '../../engine/contracts/metatrader.ts'
import { Query } from '../../engine/contracts/queries.ts'
import { RestoreWish, SettingsWish } from '../../engine/contracts/settings-desk.ts'
import { TelegramWish } from '../../engine/contracts/telegram.ts'
import type { About, CallFailed, Done } from '../../engine/contracts/window-bridge.ts'
import type { Host, HostFacts } from '../../engine/host/index.ts'
import { findTerminals, installEa, usualPlaces } from '../../engine/host/metatrader/index.ts'
import type { WindowFirstSteps } from '../first-steps/first-steps.ts'
import { tryCue } from '../alerts/try-cue.ts'
import { chooseLabFolder } from './choose-lab-folder.ts'
import type { CallName } from './channels.ts'
import { parsedCall } from './parsed-call.ts'
import type { Call } from './parsed-call.ts'

const failed = (code: string, text: string): CallFailed => ({ is: 'failed', code, text })
const refused = (code: string, text: string): CommandAnswer => ({ is: 'refused', code, text })

const NOT_THE_BOT = refused('NOT_THE_BOT', 'Only the bot says what was told over Telegram.')

/** What the window keeps in its own profile. */
type WindowsOwn = Readonly<{ keepLook: (look: Look) => Done; firstSteps: WindowFirstSteps }>

export type WindowCalls = Readonly<Record<CallName, Call>>

/** `started` resolves to the host as soon as it is up. */
export function windowCalls(started: Promise<Host>, { keepLook, firstSteps }: WindowsOwn): WindowCalls {
  const giveOrder = parsedCall(Command, refused, async asked =>
    asked.kind === 'telegram' ? NOT_THE_BOT : (await started).command(asked),
  )
  const fromWindow = signer()
  return {
    getView: async () => (await started).view(),
    showTerminal: parsedCall(TerminalId, failed, async terminal => (await started).showTerminal(terminal)),
    linkReport: async () => (await started).linkReport(),
    notices: async () => (await started).notices(),
    command: asked => giveOrder(fromWindow(asked)),
    ask: parsedCall(Query, failed, async query => (await started).ask(query)),
    simulate: parsedCall(SimulationControl, failed, async control => (await started).simulate(control)),
    about: async () => aboutThis((await started).ready().dataFolder),
    settings: async () => (await started).settings(),
    settingFacts: async () => (await started).settingFacts(),
    changeSettings: parsedCall(SettingsWish, failed, async wish =>
      (await started).changeSettings(wish, 'window'),
    ),
    settingsHistory: async () => (await started).settingsHistory(),
    restoreSettings: parsedCall(RestoreWish, failed, async wish =>
      (await started).restoreSettings(wish, 'window'),
    ),
    telegram: async () => (await started).telegram(),
    telegramWish: parsedCall(TelegramWish, failed, async wish => (await started).telegramWish(wish)),
    keepLook: parsedCall(Look, failed, keepLook),
    tryCue: async () => tryCue((await started).settings().settings.alerts),
    lab: async () => (await started).lab(),
    labWish: parsedCall(LabWish, failed, async wish => (await started).labWish(wish)),
    chooseLabFolder,
    firstSteps: () => firstSteps.now(),
    endFirstSteps: parsedCall(FirstStepsEnd, failed, firstSteps.end),
    metaTraders: () => findTerminals(usualPlaces()),
    installEa: parsedCall(InstallWish, failed, async wish => install(wish, (await started).ready())),
    pairing: async (): Promise<Pairing> => {
      const { pairingKey, port } = (await started).ready()
      return { key: pairingKey, port }
    },
  }
}

/** Id and origin are ours to give, whatever the window wrote there. */
function signer() {
  const ids = randomIds()
  return (asked: unknown) => ({
    ...(typeof asked === 'object' ? asked : {}),
    id: ids.next(EpochMs.parse(Date.now())),
    origin: 'window',
  })
}

/** Only into a terminal that we find ourselves: a window names no other folder to write to. */
function install({ dataFolder }: InstallWish, { pairingKey, port }: HostFacts) {
  const terminal = findTerminals(usualPlaces()).find(found => found.dataFolder === dataFolder)
  if (!terminal) return failed('NO_TERMINAL', `There is no MetaTrader terminal in ${dataFolder} any more.`)
  return installEa({ sources: path.join(app.getAppPath(), 'ea'), terminal, pairingKey, port })
}

const aboutThis = (dataFolder: string): About => ({
  version: app.getVersion(),
  runtime: `Electron ${process.versions.electron}, Node ${process.versions.node}`,
  dataFolder,
})
