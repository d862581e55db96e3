/** The desktop app: puts host, window, tray and alerts together. Wiring only. */
import path from 'node:path'
import { Menu, app } from 'electron'
import type { BrowserWindow } from 'electron'
import { randomIds } from '../../engine/adapters/identity/ids.ts'
import { EpochMs } from '../../engine/contracts/primitives.ts'
import { createHost, openLogFile, takeEnvironment } from '../../engine/host/index.ts'
import type { Host, LogFile } from '../../engine/host/index.ts'
import { alertAtDesk } from '../alerts/desk-alerts.ts'
import { windowFirstSteps } from '../first-steps/first-steps.ts'
import { channelOf } from '../ipc/channels.ts'
import { serveWindow } from '../ipc/serve-window.ts'
import { followLogin } from '../login/follow-login.ts'
import { KEY_STAYS_HERE } from '../login/login-start.ts'
import { keepAtLogin } from '../login/start-at-login.ts'
import { isInTray, thisStart } from '../login/this-start.ts'
import { windowLook } from '../look/window-look.ts'
import { openTray } from '../tray/desk-tray.ts'
import { confirmFlatten, tellNatively } from '../tray/native-words.ts'
import { trayOrders } from '../tray/tray-orders.ts'
import { announceAppScheme, serveAppScheme } from '../windows/app-scheme.ts'
import { denyPermissions, lockDown } from '../windows/lock-down.ts'
import { stayInTray } from '../windows/stay-in-tray.ts'
import { streamTo } from '../windows/view-stream.ts'
import { firstPicture, openWarRoom, present } from '../windows/war-room-window.ts'
import { readLaunch } from './launch.ts'
import type { Launch } from '../../engine/contracts/launch.ts'
import { leaveLastWords } from './last-words.ts'
import { makeOwnFolder } from './own-folder.ts'
import { refuse } from './refuse.ts'
import { hasKeyStore, safeSecrets } from './safe-secrets.ts'
import { shutDownWith } from './shut-down.ts'
import { utilitySpawner } from './utility-spawner.ts'

const here = import.meta.dirname
const resources = path.join(app.getAppPath(), 'resources')
const { sqliteBinding, secretKey, dataFolder: usual } = takeEnvironment()

const asked = readLaunch(process.argv.slice(1))
if (asked.is === 'refused') refuse(asked.text)
const { data: dataFolder = usual } = asked.launch
const folder = makeOwnFolder(dataFolder)
if (folder.is === 'refused') refuse(folder.text)

const { profile } = folder

// Without a name of its own Windows shows no notification of a program.
if (process.platform === 'win32') app.setAppUserModelId(app.isPackaged ? 'BITTEN' : process.execPath)

const logFile = path.join(dataFolder, 'logs', 'bitten.log')
app.setPath('userData', profile)
announceAppScheme()
lockDown()
if (app.requestSingleInstanceLock()) void app.whenReady().then(() => open(asked.launch))
else {
  process.stdout.write(`BITTEN is open already on ${dataFolder}: its window comes to the front.\n`)
  app.exit(0)
}

async function open(launch: Launch): Promise<void> {
  const log = openLogFile({ file: logFile })
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  denyPermissions()
  const look = windowLook(profile)
  serveAppScheme(path.join(here, '../renderer'), look.now)
  const window = openWarRoom(
    {
      preload: path.join(here, '../preload/index.cjs'),
      icon: path.join(resources, 'icon.png'),
    },
    isInTray(launch),
  )
  const firstSteps = windowFirstSteps({ dataFolder, profile, training: launch.training }, async () =>
    (await started).ask({ kind: 'ledgerSummary' }),
  )
  const started = startHost(launch, log, firstPicture(window))
  leaveLastWords(log, logFile, async () => (await started).stop())
  const stopServing = serveWindow(window.webContents, started, { keepLook: look.keep, firstSteps })
  app.on('second-instance', () => present(window))
  const host = await started
  stayInTray(window, profile)
  host.onShow(() => present(window))
  const closers = [
    stopServing,
    streamTo(window, host),
    trayOf(host, window),
    alertsOf(host, window, log),
    startAtLogin(host, launch),
  ]
  shutDownWith(async () => {
    closers.forEach(close => close())
    await host.stop()
  })
}

async function startHost(
  { training, seed, speed }: Launch,
  log: LogFile,
  hungryAfter: Promise<unknown>,
): Promise<Host> {
  const host = await createHost({
    dataFolder,
    version: app.getVersion(),
    paths: {
      engineWorker: path.join(here, 'engine.worker.js'),
      archiveWorker: path.join(here, 'archive.worker.js'),
      terminalSim: path.join(here, 'terminal-sim.js'),
      models: path.join(resources, 'models'),
    },
    sqliteBinding,
    spawner: utilitySpawner,
    training: training
      ? { ...(seed !== undefined && { seed }), ...(speed !== undefined && { speed }) }
      : null,
    telegram: {
      worker: path.join(here, 'telegram.worker.js'),
      secrets: safeSecrets(dataFolder, secretKey),
    },
    lab: { desk: path.join(here, 'lab-desk.js'), worker: path.join(here, 'lab.worker.js') },
    hungryAfter,
    log,
  })
  return host.is === 'refused' ? refuse(host.text) : host
}

function startAtLogin(host: Host, launch: Launch): () => void {
  const start = thisStart({ launch, dataFolder, sqliteBinding })
  return followLogin(host, {
    keep: isOn => keepAtLogin(start, isOn),
    complain: text => tellNatively('error', text),
    lacks: () => (secretKey === null || hasKeyStore() ? null : KEY_STAYS_HERE),
  })
}

function trayOf(host: Host, window: BrowserWindow): () => void {
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
