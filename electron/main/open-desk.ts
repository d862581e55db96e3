/** Puts host, tray and alerts together behind a window that is open. Wiring only. */
import path from 'node:path'
import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import { randomIds } from '../../engine/adapters/identity/ids.ts'
import type { Launch } from '../../engine/contracts/launch.ts'
import { EpochMs } from '../../engine/contracts/primitives.ts'
import { createHost, openLogFile } from '../../engine/host/index.ts'
import type { Environment, Host, LogFile } from '../../engine/host/index.ts'
import { alertAtDesk } from '../alerts/desk-alerts.ts'
import { windowFirstSteps } from '../first-steps/first-steps.ts'
import { channelOf } from '../ipc/channels.ts'
import { windowCalls } from '../ipc/window-calls.ts'
import type { WindowCalls } from '../ipc/window-calls.ts'
import { followLogin } from '../login/follow-login.ts'
import { KEY_STAYS_HERE } from '../login/login-start.ts'
import { keepAtLogin } from '../login/start-at-login.ts'
import { thisStart } from '../login/this-start.ts'
import type { WindowLook } from '../look/window-look.ts'
import { openTray } from '../tray/desk-tray.ts'
import { confirmFlatten, tellNatively } from '../tray/native-words.ts'
import { trayOrders } from '../tray/tray-orders.ts'
import { stayInTray } from '../windows/stay-in-tray.ts'
import { streamTo } from '../windows/view-stream.ts'
import { present } from '../windows/war-room-window.ts'
import { leaveLastWords } from './last-words.ts'
import { refuse } from './refuse.ts'
import { hasKeyStore, safeSecrets } from './safe-secrets.ts'
import { shutDownWith } from './shut-down.ts'
import { utilitySpawner } from './utility-spawner.ts'

type Places = Readonly<{ programs: string; resources: string; dataFolder: string; profile: string }>

type Opening = Readonly<{
  launch: Launch
  window: BrowserWindow
  /** The page's first picture is there. */
  drawn: Promise<void>
  look: WindowLook
  places: Places
  environment: Environment
  stopServing: () => void
}>

/** What answers the window's calls, at once; the host comes up behind it. */
export function openDesk(opening: Opening): WindowCalls {
  const { look, places, launch } = opening
  const { dataFolder, profile } = places
  const logFile = path.join(dataFolder, 'logs', 'bitten.log')
  const log = openLogFile({ file: logFile })
  const firstSteps = windowFirstSteps({ dataFolder, profile, training: launch.training }, async () =>
    (await started).ask({ kind: 'ledgerSummary' }),
  )
  const started = startHost(opening, log)
  leaveLastWords(log, logFile, async () => (await started).stop())
  void started.then(host => hostIsUp(opening, host, log))
  return windowCalls(started, { keepLook: look.keep, firstSteps })
}

function hostIsUp(opening: Opening, host: Host, log: LogFile): void {
  const { window, places, stopServing } = opening
  stayInTray(window, places.profile)
  host.onShow(() => present(window))
  const closers = [
    stopServing,
    streamTo(window, host),
    trayOf(host, window, places),
    alertsOf(host, window, log),
    startAtLogin(host, opening),
  ]
  shutDownWith(async () => {
    closers.forEach(close => close())
    await host.stop()
  })
}

async function startHost({ launch, drawn, places, environment }: Opening, log: LogFile): Promise<Host> {
  const { dataFolder, programs, resources } = places
  const { training, seed, speed } = launch
  const { sqliteBinding, secretKey } = environment
  const host = await createHost({
    dataFolder,
    version: app.getVersion(),
    paths: {
      engineWorker: path.join(programs, 'engine.worker.js'),
      archiveWorker: path.join(programs, 'archive.worker.js'),
      terminalSim: path.join(programs, 'terminal-sim.js'),
      models: path.join(resources, 'models'),
    },
    sqliteBinding,
    spawner: utilitySpawner,
    training: training
      ? { ...(seed !== undefined && { seed }), ...(speed !== undefined && { speed }) }
      : null,
    telegram: {
      worker: path.join(programs, 'telegram.worker.js'),
      secrets: safeSecrets(dataFolder, secretKey),
    },
    lab: { desk: path.join(programs, 'lab-desk.js'), worker: path.join(programs, 'lab.worker.js') },
    hungryAfter: drawn,
    log,
  })
  return host.is === 'refused' ? ended(host.text) : host
}

/** Electron ends a little after it was told to: until then nobody is answered. */
const ended = (text: string): Promise<never> => new Promise(() => refuse(text))

function startAtLogin(host: Host, { launch, places, environment }: Opening): () => void {
  const { sqliteBinding, secretKey } = environment
  const start = thisStart({ launch, dataFolder: places.dataFolder, sqliteBinding })
  return followLogin(host, {
    keep: isOn => keepAtLogin(start, isOn),
    complain: text => tellNatively('error', text),
    lacks: () => (secretKey === null || hasKeyStore() ? null : KEY_STAYS_HERE),
  })
}

function trayOf(host: Host, window: BrowserWindow, { resources }: Places): () => void {
  const ids = randomIds()
  return openTray(host, path.join(resources, 'tray'), {
    open: () => present(window),
    ...trayOrders({
      command: kind => host.command({ kind, id: ids.next(EpochMs.parse(Date.now())), origin: 'tray' }),
      confirmFlatten,
      tell: tellNatively,
    }),
    setQuiet: quiet => setQuiet(host, quiet),
    quit: () => app.quit(),
  })
}

async function setQuiet(host: Host, quiet: boolean): Promise<void> {
  const wish = { seen: host.settings().revision, change: { alerts: { quiet } }, typed: null }
  const answer = await host.changeSettings(wish, 'tray')
  if (answer.is !== 'done') tellNatively('error', answer.text)
}

function alertsOf(host: Host, window: BrowserWindow, log: LogFile): () => void {
  return alertAtDesk(host, {
    window,
    log,
    open({ page, mission }) {
      present(window)
      if (mission === null) window.webContents.send(channelOf('showPage'), page)
      else window.webContents.send(channelOf('showMission'), mission)
    },
    play: play => window.webContents.send(channelOf('cue'), play),
  })
}
